# Sourced by deploy/backtest, check-rules, classify, evaluate and train. Locates and builds the tools of
# moderation-service/training. Sets root, module, shipped and tools (a class path).
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
module=$root/moderation-service/training
shipped=$root/moderation-service/judging/src/main/resources
tools="$module/target/training.jar:$module/target/lib/*"

build_tools() {
  (cd "$root" && mvn -q -B -pl moderation-service/training -am package -Dmaven.test.skip=true 1>&2)
}

tools_are_built() {
  [ -f "$module/target/training.jar" ] && [ -d "$module/target/lib" ]
}

tools_are_older_than_their_sources() {
  [ -n "$(find "$module/src/main" "$root/moderation-service/judging/src/main" -type f -newer "$module/target/training.jar" \
    | head -n 1)" ]
}

build_tools_if_missing() {
  if ! tools_are_built; then
    echo "The training tools are not built; building them, which takes about a minute." >&2
    build_tools
  elif tools_are_older_than_their_sources; then
    echo "The build is older than the sources and judges as they were then. Rebuild it: mvn -q package -pl moderation-service/training -am" >&2
  fi
}

run_tool() { # main class below hallmonitor.moderation.training, and its arguments
  exec java -XX:+UseSerialGC -Xshare:auto "-Dhallmonitor.root=$root" -cp "$tools" "hallmonitor.moderation.training.$@"
}
