#!/usr/bin/env bash
# @markwhen/parser 1.2.0 (npm): a decade at the beginning of a line is a length
# of time to it. `1350s: the plague` is an event of 1350 seconds, from now on,
# without a message; `c. 1350: …` and `before 1324: …` are no events at all and
# leave nothing. Of `44 BC: …` the colon stays in the title.
# Matters to whoever writes a history in its form: what is known by the decade
# moves with the clock, and what is known about is silently gone.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" @markwhen/parser@1.2.0 >/dev/null
version=$(node -p 'JSON.parse(require("fs").readFileSync("node_modules/@markwhen/parser/package.json")).version')

cat >probe.mjs <<'EOF'
import { parse } from "@markwhen/parser";
for (const line of ["1350: plague", "1350s: plague", "c. 1350: plague", "before 1324: journey", "44 BC: murder"]) {
  const { events, parseMessages } = parse(line);
  const found = [];
  const walk = (node) => {
    if (node.dateRangeIso) found.push(node);
    for (const child of node.children ?? []) walk(child);
  };
  walk(events);
  const told = found.map(({ dateRangeIso: { fromDateTimeIso: from, toDateTimeIso: to }, firstLine }) => {
    const begun = new Date(from);
    const soon = Math.abs(begun - Date.now()) < 60_000 ? "now" : begun.getUTCFullYear();
    return `from ${soon} for ${(new Date(to) - begun) / 1000} seconds, "${firstLine.rest.trim()}"`;
  });
  console.log(`${line}: ${told.join("; ") || "no event"}, ${parseMessages.length} messages`);
}
EOF
seen=$(TZ=UTC node probe.mjs)

expected='ten years from 1350; an event about 1350 and one before 1324, or a message; "murder"'
recorded='1350: plague: from 1350 for 31536000 seconds, "plague", 0 messages
1350s: plague: from now for 1350 seconds, "plague", 0 messages
c. 1350: plague: no event, 0 messages
before 1324: journey: no event, 0 messages
44 BC: murder: from -43 for 31536000 seconds, ": murder", 0 messages'
printf 'version: @markwhen/parser %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 1.2.0 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
