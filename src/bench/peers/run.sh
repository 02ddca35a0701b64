#!/usr/bin/env bash
# Builds and runs the peers that are installed, on the sets in target/bench/exchange/sets, single threaded, and leaves
# their results beside those of the contenders in Java. What is missing is named and left out.
#
#   src/bench/peers/run.sh [-r RTOL] [-a ATOL] [-n REPETITIONS] [-l SECONDS] [-w] [REGEX]
#
# REGEX chooses among labels SET/METHOD, E1s/scipy-lsoda, say. -w: work-precision curves on E1s, too.
# -l: the longest that one run may take. First write the sets: ./mvnw verify -Pbench -Dbench.mode=sets
set -u
rtol=1e-8 atol= repetitions=1 limit=900 curves=
while getopts r:a:n:l:w option; do
  case $option in
    r) rtol=$OPTARG ;; a) atol=$OPTARG ;; n) repetitions=$OPTARG ;; l) limit=$OPTARG ;; w) curves=1 ;;
    *) sed -n 5,8p "$0"; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
choice=${1:-.}

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
exchange=${BENCH_DIR:-$root/target/bench/exchange}
bin=$root/target/bench/peers
mkdir -p "$bin" "$exchange/results" "$exchange/references"
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 EIGEN_DONT_PARALLELIZE=1 PYTHONDONTWRITEBYTECODE=1
if ! [ -e "$exchange/sets/E1s.txt" ]; then
  echo "no sets in $exchange/sets: run ./mvnw verify -Pbench -Dbench.mode=sets first"
  exit 1
fi

compiler=${CXX:-g++}
eigen=${EIGEN_INCLUDE:-/usr/include/eigen3}

# has NAME HEADER: whether the compiler finds a header.
has() {
  if echo "#include <$2>" | "$compiler" -std=c++17 -I"$eigen" -fsyntax-only -x c++ - 2> /dev/null; then
    return 0
  fi
  echo "missing: $1 ($2)"
  return 1
}

# build SOURCE LIBRARY...: with OpenBLAS for large products if there is one.
build() {
  local name=$1 blas=()
  shift
  if has OpenBLAS cblas.h > /dev/null; then
    blas=(-DEIGEN_USE_BLAS -lopenblas)
  fi
  "$compiler" -std=c++17 -O3 -march=native -DNDEBUG -I"$eigen" "$here/$name.cpp" -o "$bin/$name" "$@" "${blas[@]}"
}

odeint= cvode= scipy=
if ! command -v "$compiler" > /dev/null; then
  echo "missing: a C++ compiler ($compiler)"
elif has Eigen Eigen/Dense; then
  has OpenBLAS cblas.h || true
  has Boost.odeint boost/numeric/odeint.hpp && build odeint_peer && odeint=1
  has SUNDIALS cvode/cvode.h && cvode=1
  sundials=(-lsundials_cvode -lsundials_nvecserial)
  for part in sunlinsoldense sunlinsolpcg sunlinsolspgmr sunmatrixdense sunnonlinsolfixedpoint; do
    sundials+=("-lsundials_$part")
  done
  if [ -n "$cvode" ] && ! build cvode_peer "${sundials[@]}"; then
    echo "missing: CVODE of SUNDIALS 6 (another version?)"
    cvode=
  fi
fi
python=${PYTHON:-python3}
if "$python" -c 'import scipy' 2> /dev/null; then scipy=1; else echo "missing: SciPy ($python)"; fi

# peer SET METHOD RTOL ATOL FILE: runs it, if it is installed.
peer() {
  local family=${2%%-*} method=${2#*-}
  local -a command
  case $family in
    scipy) [ -n "$scipy" ] || return 0; command=("$python" "$here/scipy_peer.py") ;;
    odeint) [ -n "$odeint" ] || return 0; command=("$bin/odeint_peer") ;;
    cvode) [ -n "$cvode" ] || return 0; command=("$bin/cvode_peer") ;;
  esac
  timeout "$limit" "${command[@]}" "$method" "$exchange/sets/$1.txt" "$5" "$3" "$4" "$repetitions" \
    || echo "$2 on $1 at rtol $3: no result within $limit s, or failed"
}

# run RTOL SET METHOD...: those that are chosen.
run() {
  local r=$1 set=$2 a method
  shift 2
  a=${atol:-$("$python" -c "print($r * 1e-2)" 2> /dev/null || awk "BEGIN { print $r * 1e-2 }")}
  for method in "$@"; do
    if [[ $set/$method =~ $choice ]]; then
      peer "$set" "$method" "$r" "$a" "$exchange/results/${method}__${set}__$(LC_ALL=C printf %.0e "$r").txt"
    fi
  done
}

explicit=(odeint-dopri5 odeint-rkf78)
stiff=(cvode-bdf-dense cvode-bdf-spgmr cvode-bdf-pcg scipy-lsoda scipy-lsoda-jac)

run "$rtol" E1s "${explicit[@]}" "${stiff[@]}" cvode-adams scipy-dop853 scipy-bdf-jac
run "$rtol" E1 "${explicit[@]}" cvode-bdf-dense cvode-bdf-spgmr cvode-bdf-pcg scipy-lsoda-jac
run "$rtol" E1b "${explicit[@]}" cvode-bdf-dense cvode-bdf-spgmr cvode-bdf-pcg scipy-lsoda-jac
run "$rtol" E2 "${explicit[@]}" cvode-bdf-spgmr cvode-bdf-pcg scipy-dop853
run "$rtol" E3 "${explicit[@]}" cvode-bdf-spgmr cvode-bdf-pcg scipy-dop853
run "$rtol" E4 cvode-bdf-dense cvode-bdf-spgmr scipy-lsoda scipy-lsoda-jac scipy-bdf-jac scipy-radau-jac
run "$rtol" E4b cvode-bdf-dense cvode-bdf-spgmr scipy-lsoda scipy-lsoda-jac
if [ -n "$curves" ]; then
  for r in 1e-4 1e-5 1e-6 1e-7 1e-9 1e-10 1e-11 1e-12; do
    run "$r" E1s "${explicit[@]}" "${stiff[@]}" scipy-dop853
  done
fi

# References that Java cannot compute in reasonable time; chosen by the label reference/SET.
repetitions=1
for set in E3 E4 E4b; do
  file=$exchange/references/$set.txt
  method=scipy-dop853
  [ $set = E3 ] || method=cvode-bdf-dense
  if ! [ -e "$file" ] && [[ reference/$set =~ $choice ]]; then
    echo "reference for $set, at rtol 1e-12"
    peer "$set" "$method" 1e-12 1e-14 "$file"
  fi
done
