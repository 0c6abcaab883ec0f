#!/bin/sh
# Completions in zsh and fish as people use them, with the Tab key, in a terminal of tmux; tests/shells.rs asks bash.
#   tests/foreign/shells.sh [GRIOT]
set -u
griot=$(cd "$(dirname "${1:-target/debug/griot}")" && pwd)/$(basename "${1:-target/debug/griot}")
PATH=$(dirname "$griot"):$PATH
failed=0
for tool in tmux zsh fish; do
    command -v $tool >/dev/null || { echo "$tool is not installed: left out"; exit 0; }
done

# type SHELL LINE: what stands on the line after Tab; waited for until it stays the same.
screen() { tmux -L griot-shells capture-pane -p | grep -v '^$' | tail -1; }
settled() {
    before=
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        sleep 1
        now=$(screen)
        [ -n "$now" ] && [ "$now" = "$before" ] && return
        before=$now
    done
}
ask() {
    tmux -L griot-shells send-keys C-l
    tmux -L griot-shells send-keys -l "$2"
    tmux -L griot-shells send-keys Tab
    settled
    case $now in
        *"$3"*) echo "$1: $2<Tab> $3" ;;
        *) echo "$1: $2<Tab> gave '$now', not '$3'"; failed=1 ;;
    esac
    tmux -L griot-shells send-keys C-c
}
for shell in zsh fish; do
    case $shell in
        zsh) start="zsh -f" load="PS1='> '; autoload -U compinit; compinit -D -u; source <(griot completions zsh)" ;;
        fish) start="fish --no-config" load="griot completions fish | source" ;;
    esac
    tmux -L griot-shells new-session -d -x 120 -y 30 "env PATH=$PATH $start"
    settled
    tmux -L griot-shells send-keys -l "$load"
    tmux -L griot-shells send-keys Enter
    settled
    ask $shell 'griot show mansa-mu' 'griot show mansa-musa'
    ask $shell 'griot show Catalan' 'griot show Catalan\ Atlas'
    ask $shell 'griot list battl' 'griot list battles'
    ask $shell 'griot timel' 'griot timeline'
    tmux -L griot-shells kill-server
done
exit $failed
