#!/usr/bin/env bash
# No text of the built-in pack is ever shown by an index that was made for another: griot is built and packaged, an era's
# file is changed, and griot is built again. It must print the text as it stands in the file, or fail to build.
# Works on a copy; arguments go to `cargo package`, such as --allow-dirty.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents --target-directory "$work"
cd "$work"
export CARGO_TARGET_DIR=$work/target

read_1_25() { "$work/target/debug/griot" read 1.25 --plain; }
cargo build --quiet
before=$(read_1_25)
cargo package --workspace --no-verify --allow-dirty --quiet "$@"
era=assets/mali/eras/1-before-colonization.json
# The first text of the file grows, so that all that follows moves.
sed -i '0,/"text": "/s//"text": "A sentence is put in front of all others. /' "$era"
if ! cargo build --quiet; then
    echo "the build fails, as it may"
    exit 0
fi
after=$(read_1_25)
if [ "$before" != "$after" ]; then
    printf 'griot read 1.25 has changed though it was another passage that did:\n%s\n' "$(diff <(echo "$before") <(echo "$after"))"
    exit 1
fi
"$work/target/debug/griot" read 1.1 --plain | grep -q "A sentence is put in front" || { echo "the change is not built in"; exit 1; }
echo "griot read 1.25 is right, and so is the passage that was changed"
