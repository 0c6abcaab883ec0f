#!/usr/bin/env bash
# Unidecode 1.4.0 (Python): names in N’Ko, Tifinagh, Adlam and Vai become nothing
# at all, without an error: Mali in N’Ko and Timbuktu in Tifinagh are empty texts,
# while the letters of Bambara and Fulfulde (ɛ, ɔ, ɲ, ɓ) become Latin ones.
# Matters to gazetteers and catalogues of West Africa that make their search keys
# or addresses with it: all names in these scripts have one and the same key.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check Unidecode==1.4.0
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("Unidecode"))')
seen=$(env/bin/python - <<'EOF'
from unidecode import unidecode

for script, name in [("N’Ko", "ߡߊ߬ߟߌ"), ("Tifinagh", "ⵜⵉⵏⴱⵓⴽⵜⵓ"), ("Adlam", "𞤃𞤢𞤤𞤭"), ("Vai", "ꔀꕞ"), ("Latin", "Sɛgu Ɓamanan")]:
    print(f"{script} [{unidecode(name)}]")
EOF
)

expected='letters of some kind for each'
recorded='N’Ko []
Tifinagh []
Adlam []
Vai []
Latin [Segu Bamanan]'
printf 'version: Unidecode %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 1.4.0 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
