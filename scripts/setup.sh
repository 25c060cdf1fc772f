#!/bin/sh
# Makes a virtual environment and installs the project into it: scripts/setup.sh FOLDER [EXTRA]
# PYTHON names the interpreter; without it the first suitable one on the PATH is taken.
set -eu

venv=$1
target=.${2:+[$2]}

suitable() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
        if suitable "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
}

make_venv() {
    rm -rf "$venv"
    if [ -n "$uv" ]; then
        uv venv --quiet --python "$python" "$venv" && return
    fi
    "$python" -m venv "$venv" && return
    echo "error: $python cannot make a virtual environment; install its venv package (Debian: python3-venv) or uv" >&2
    exit 2
}

install() {
    if [ -n "$uv" ]; then
        uv pip install --quiet --python "$venv/bin/python" --editable "$target" && return
        echo "note: uv could not install; trying pip" >&2
    fi
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable "$target"
}

python=$(find_python)
if [ -z "$python" ]; then
    echo "error: Python 3.11 or newer was not found (${PYTHON:-python3}); install it, or name it: make PYTHON=/path/to/python3.11" >&2
    exit 2
fi
uv=$(command -v uv || true)
if [ -n "$uv" ] && ! uv --version >/dev/null 2>&1; then uv=; fi

suitable "$venv/bin/python" || make_venv
# uv leaves pip out: `pip install '.[eval]'` would then go to whatever other Python the PATH names.
[ -x "$venv/bin/pip" ] || "$venv/bin/python" -m ensurepip --default-pip >/dev/null 2>&1 || true
echo "installing $target into $venv; this takes a minute the first time" >&2
install
