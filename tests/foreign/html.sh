#!/bin/sh
# The page in a browser: nothing on its console, no request, every link leads somewhere, finding finds, and it is readable at once.
# CHROMIUM names a browser; without it one of the path is taken.
set -eu
. "$(dirname "$0")/common"
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 with_npm playwright@1.65.1
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
export CHROMIUM
cp "$here/html.mjs" "$npm"
read_page() {
    ask export --format html --force -o page.html
    node "$npm/html.mjs" page.html
}
each_pack read_page
