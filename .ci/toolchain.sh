# Sourced by ./sluice and tests/run: makes sure of a JDK (17 or newer), Maven and Python 3 with venv.
# Installs them with apt-get where that is allowed; else prints the command to run and exits 2.

toolchain_java_ok() {
  command -v java >/dev/null && command -v javac >/dev/null || return 1
  local major
  major=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge 17 ]
}

toolchain_python_ok() {
  python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))' 2>/dev/null
}

# The first of the JDK packages that this release has.
toolchain_jdk_package() {
  local package
  for package in openjdk-17-jdk-headless openjdk-21-jdk-headless openjdk-25-jdk-headless; do
    if apt-cache show "$package" >/dev/null 2>&1; then
      echo "$package"
      return
    fi
  done
  echo openjdk-17-jdk-headless
}

# toolchain_ensure java|maven|python ...
toolchain_ensure() {
  local need missing=()
  for need in "$@"; do
    case $need in
      java) toolchain_java_ok || missing+=(java) ;;
      maven) command -v mvn >/dev/null || missing+=(maven) ;;
      python) toolchain_python_ok || missing+=(python) ;;
    esac
  done
  [ ${#missing[@]} -eq 0 ] && return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
  fi
  if ! command -v apt-get >/dev/null; then
    echo "sluice: needs a JDK 17 or newer, Maven and Python 3 with venv; install them and start again" >&2
    exit 2
  fi
  if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
    local packages
    packages=$(toolchain_packages "${missing[@]}")
    echo "sluice: missing ${missing[*]}; run this and start again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $packages" >&2
    exit 2
  fi
  "${as_root[@]}" apt-get update -qq >&2
  local packages
  packages=$(toolchain_packages "${missing[@]}")
  echo "sluice: installing $packages with apt-get (needed once)" >&2
  # shellcheck disable=SC2086
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $packages >/dev/null; then
    echo "sluice: apt-get could not install $packages; install them and start again" >&2
    exit 2
  fi
}

toolchain_packages() {
  local need packages=""
  for need in "$@"; do
    case $need in
      java) packages+="$(toolchain_jdk_package) " ;;
      maven) packages+="maven " ;;
      python) packages+="python3 python3-venv " ;;
    esac
  done
  echo "${packages% }"
}

# toolchain_venv ROOT: the project's Python environment from its pinned requirements.
toolchain_venv() {
  local root=$1 venv=$1/.venv want
  want=$(cksum <"$root/tests/requirements.txt")
  if [ ! -x "$venv/bin/python" ] || [ "$(cat "$venv/.requirements" 2>/dev/null)" != "$want" ]; then
    echo "sluice: making the Python environment in .venv" >&2
    python3 -m venv --clear "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
      --requirement "$root/tests/requirements.txt" >&2
    echo "$want" >"$venv/.requirements"
  fi
}
