#!/usr/bin/env bash
# rispy 0.10.0: the editor of a book, tag ED, is not a known tag: the name goes
# to `unknown_tag`, while A2, which the RIS definition gives as the same field,
# becomes `secondary_authors`. So two files that say the same are read apart.
# Matters to whoever gathers bibliographies: a volume of sources often has an
# editor and no author, and is then left with no name under any known key.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check rispy==0.10.0
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("rispy"))')
seen=$(env/bin/python - <<'EOF'
import rispy

for tag in ("A2", "ED"):
    record = (
        "TY  - BOOK\n"
        "TI  - Corpus of Early Arabic Sources for West African History\n"
        f"{tag}  - Levtzion, Nehemia\n"
        "PY  - 1981\n"
        "ER  - \n"
    )
    book = rispy.loads(record)[0]
    unknown = dict(book.get("unknown_tag", {}))
    print(tag, book.get("secondary_authors"), unknown)
EOF
)

expected="A2 ['Levtzion, Nehemia'] {}
ED ['Levtzion, Nehemia'] {}"
recorded="A2 ['Levtzion, Nehemia'] {}
ED None {'ED': ['Levtzion, Nehemia']}"
printf 'version: rispy %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 0.10.0 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
