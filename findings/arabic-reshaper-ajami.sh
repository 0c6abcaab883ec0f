#!/usr/bin/env bash
# arabic-reshaper 3.1.0 (Python): the letters that Unicode has for African
# languages in Arabic script (U+0750 on, U+08BB to U+08BD) break a word in two.
# The letters before and behind are given isolated forms, as if a space stood
# there, though Unicode's shaping data has these letters joining on both sides,
# as noon is; the letter itself is left as it is, and nothing is told.
# Matters to whoever draws Hausa, Fulfulde, Wolof or Songhay in Ajami on a
# picture or a map with it: the words come out unjoined.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check arabic-reshaper==3.1.0
version=$(env/bin/python -c 'from importlib.metadata import version; print(version("arabic-reshaper"))')
seen=$(env/bin/python - <<'EOF'
import unicodedata

import arabic_reshaper

# All of them have Joining_Type D in ArabicShaping.txt.
for letter in "\u0646\u0753\u075d\u08bb\u08bc\u08bd":
    before, _, behind = arabic_reshaper.reshape(f"\u0628{letter}\u0628")
    forms = [unicodedata.name(it).rsplit(" ", 2)[-2] for it in (before, behind)]
    print(f"U+{ord(letter):04X}", unicodedata.name(letter), *forms)
EOF
)

expected='INITIAL and FINAL beside each of them, as beside noon'
recorded='U+0646 ARABIC LETTER NOON INITIAL FINAL
U+0753 ARABIC LETTER BEH WITH THREE DOTS POINTING UPWARDS BELOW AND TWO DOTS ABOVE ISOLATED ISOLATED
U+075D ARABIC LETTER AIN WITH TWO DOTS ABOVE ISOLATED ISOLATED
U+08BB ARABIC LETTER AFRICAN FEH ISOLATED ISOLATED
U+08BC ARABIC LETTER AFRICAN QAF ISOLATED ISOLATED
U+08BD ARABIC LETTER AFRICAN NOON ISOLATED ISOLATED'
printf 'version: arabic-reshaper %s\nexpected:\n%s\nseen:\n%s\n' "$version" "$expected" "$seen"
[[ $version == 3.1.0 ]] || { echo 'another version' >&2; exit 1; }
[[ $seen == "$recorded" ]] || { echo 'another behaviour' >&2; exit 1; }
