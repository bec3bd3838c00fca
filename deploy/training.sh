# Sourced by deploy/backtest, budgets, check-rules, classify, evaluate, export-decisions, pictures and train. Locates and builds the
# tools of moderation-service/training. Sets root, module, shipped and tools (a class path).
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
module=$root/moderation-service/training
shipped=$root/moderation-service/judging/src/main/resources
tools="$module/target/training.jar:$module/target/lib/*"

build_tools() {
  (cd "$root" && mvn -q -B -pl moderation-service/training -am package -Dmaven.test.skip=true 1>&2)
  touch "$module/target/training.jar"
}

tools_are_built() {
  [ -f "$module/target/training.jar" ] && [ -d "$module/target/lib" ]
}

tools_are_current() {
  tools_are_built && [ -z "$(find "$module/src/main" \
    "$root/moderation-service/judging/src/main" "$root/deploy/settings/src/main" "$root/deploy/messaging/src/main" \
    -type f -newer "$module/target/training.jar" | head -n 1)" ]
}

build_tools_if_needed() {
  if ! tools_are_current; then
    echo "The training tools are not built or older than their sources; building them, which takes about a minute." >&2
    build_tools
  fi
}

run_tool() { # main class below hallmonitor.moderation.training, and its arguments
  exec java -XX:+UseSerialGC -Xshare:auto "-Dhallmonitor.root=$root" -cp "$tools" "hallmonitor.moderation.training.$@"
}
