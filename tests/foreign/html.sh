#!/bin/sh
# The page in a browser: nothing on its console, no request, every link leads somewhere, finding finds, and it is readable at once.
# CHROMIUM names a browser; without it one of the path is taken.
set -eu
griot=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm=${FOREIGN_NPM:-$dir/npm}
mkdir -p "$npm"
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --silent --no-audit --no-fund --prefix "$npm" playwright@1.65.1 >/dev/null
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
export CHROMIUM
cp "$here/html.mjs" "$npm/"
for pack in mali "$here/other.md" ${GRIOT_OTHER:-}; do
    data=
    [ "$pack" = mali ] || data="--data $pack"
    "$griot" --no-state $data export --format html --force -o "$dir/page.html"
    (cd "$npm" && node html.mjs "$dir/page.html")
done
