#!/usr/bin/env python3
"""Tells which modules of a crate use one another in a circle, and ends with 1 where some do.

    tests/cycles.py [-v] [crates/griot-pack/src ...]

Without folders it looks at every crate. -v names the files by which a circle is closed. What is seen is paths: `use` and
`module::item` in code, tests left out, re-exports followed to where an item stands. A method is no path: who
calls one uses the module of its type. Modules are held against their siblings, so that a folder counts as one to those
outside it; a module and its own children belong together.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def code(file):
    """The text of a file without comments, strings and unit tests."""
    text = re.sub(r'//[^\n]*', '', file.read_text(encoding='utf-8'))
    text = re.sub(r'"(?:\\.|[^"\\])*"', '""', text)
    return re.sub(r'#\[cfg\(test\)\]\s*mod \w+ \{.*', '', text, flags=re.S)


def modules(folder):
    """The modules of a crate: the path of each as a tuple of names, and its code."""
    found = {}
    for file in sorted(folder.rglob('*.rs')):
        path = file.relative_to(folder).with_suffix('').parts
        if path[-1] in ('mod', 'lib', 'main'):
            path = path[:-1]
        if 'tests' not in path:
            found[path] = found.get(path, '') + code(file)
    return found


def spread(tree):
    """The paths of a `use`: `a::{b, c::d}` is `a::b` and `a::c::d`, each as a list of names."""
    before, brace, inside = tree.partition('{')
    if not brace:
        return [[name.strip() for name in tree.split(' as ')[0].split('::')]]
    parts, deep = [''], 0
    for sign in inside[:inside.rindex('}')]:
        deep += {'{': 1, '}': -1}.get(sign, 0)
        if sign == ',' and deep == 0:
            parts.append('')
        else:
            parts[-1] += sign
    start = [name.strip() for name in before.split('::') if name.strip()]
    return [start + path for part in parts if part.strip() for path in spread(part)]


def absolute(path, module, found):
    """A path from the root of the crate; none where it leads to another crate."""
    if path[0] == 'crate':
        return tuple(path[1:])
    if path[0] not in ('self', 'super'):
        return module + tuple(path) if module + (path[0],) in found else None
    base = module
    for name in path:
        base = base[:-1] if name == 'super' else base
    return base + tuple(name for name in path if name not in ('self', 'super'))


def paths(module, found):
    """All that a module names of its crate, and what of that it has from a `use`."""
    uses = [path for tree in re.findall(r'\buse ([^;]+);', found[module]) for path in spread(tree)]
    rest = re.sub(r'\buse [^;]+;', '', found[module])
    named = [path.split('::') for path in re.findall(r'(?<![:\w])\w+(?:::\w+)+', rest)]
    of = [[full for path in some if (full := absolute(path, module, found)) is not None] for some in (uses, named)]
    return of[0] + of[1], {path[-1]: path for path in of[0] if path}


def home(path, found, imports):
    """The module in which what a path names stands."""
    for _ in range(8):
        module = path
        while module and module not in found:
            module = module[:-1]
        name = path[len(module):len(module) + 1]
        further = imports[module].get(name[0]) if name else None
        if further is None or further == path:
            break
        path = further + path[len(module) + 1:]
    return module


def siblings(found):
    """By parent, which of its children use which, each with the modules that do so."""
    named = {module: paths(module, found) for module in found}
    imports = {module: used for module, (_, used) in named.items()}
    edges = {}
    for module, (all_paths, _) in named.items():
        for target in {home(path, found, imports) for path in all_paths}:
            same = next((i for i, (a, b) in enumerate(zip(module, target)) if a != b), None)
            if same is not None:
                pairs = edges.setdefault(module[:same], {})
                pairs.setdefault((module[same], target[same]), set()).add((module, target))
    return edges


def circles(pairs):
    """The groups of names that reach one another."""
    reach = {name: {b for a, b in pairs if a == name} for pair in pairs for name in pair}
    for middle in reach:
        for name in reach:
            if middle in reach[name]:
                reach[name] |= reach[middle]
    groups = {frozenset(b for b in reach[a] if a in reach[b]) for a in reach}
    return sorted(sorted(group) for group in groups if group)


def main(arguments):
    folders = [Path(it) for it in arguments if it != '-v'] or [ROOT / 'src', *sorted(ROOT.glob('crates/*/src'))]
    total = 0
    for folder in folders:
        found = modules(folder)
        found.setdefault((), '')
        count = 0
        for parent, pairs in sorted(siblings(found).items()):
            for group in circles(pairs):
                count += len(group)
                print(f"in {'::'.join(parent) or 'the crate'}: {', '.join(group)}")
                for (a, b), by in sorted(pairs.items()):
                    if '-v' in arguments and a in group and b in group:
                        shown = ', '.join('::'.join(x) + ' -> ' + '::'.join(y) for x, y in sorted(by))
                        print(f'    {a} -> {b}: {shown}')
        print(f'{folder}: {count} of {len(found)} modules in circles')
        total += count
    return 1 if total else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
