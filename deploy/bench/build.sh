# Sourced by the scripts beside it: builds what is measured if a source is newer than the build, and sets tools (a class
# path) and jvm (the flags of the launcher, which holds the broker in the product as the measurements do here).
root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$root"
tools='deploy/bench/target/bench.jar:deploy/bench/target/lib/*'
jvm=@deploy/local/jvm.args
if [ ! -f deploy/bench/target/bench.jar ] \
  || [ -n "$(find . -name '*.java' -newer deploy/bench/target/bench.jar -not -path '*/target/*' | head -1)" ]; then
  echo "building first" >&2
  mvn -q -B package -DskipTests
  touch deploy/bench/target/bench.jar # Maven leaves it as it is when only another module changed
fi
