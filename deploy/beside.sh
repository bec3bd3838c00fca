# Sourced by deploy/backtest, credential, evidence, export, export-decisions and messages: runs a command that reads the local run's database, which is
# started for the time of that alone where Hall Monitor is stopped. Needs root.

# What the arguments say about the database: sets data (the data folder) and database (no: another one or none is read).
read_arguments() { # how many words without an option still leave the archive in play, then the arguments
  words=$1
  shift
  data=$root/data
  database=yes
  value=no
  for word in "$@"; do
    case $value in
      data) data=$word; value=no; continue ;;
      yes) value=no; continue ;;
    esac
    case $word in
      --data=*) data=${word#*=} ;;
      --data) value=data ;;
      --database=*) database=no ;;
      --database) database=no; value=yes ;;
      --check|-h|--help|--completion|keeper-sql|help) database=no ;;
      --*=*) ;;
      --*) value=yes ;;
      *) words=$((words - 1)); [ $words -ge 0 ] || database=no ;; # a file
    esac
  done
}

run_beside() { # the role of the database, then the command
  role=$1
  shift
  pid=$(head -n 1 "$data/database/cluster/postmaster.pid" 2>/dev/null || true)
  launcher=$root/deploy/local/target/hall-monitor.jar
  if [ $database = yes ] && [ -z "${QUARKUS_DATASOURCE_JDBC_URL:-}" ] && [ -d "$data/database/cluster" ] \
    && [ -f "$launcher" ] && ! { [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; }; then
    echo "Hall Monitor is stopped; starting its database for this alone." >&2
    exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$launcher" hallmonitor.local.BesideArchive "$data" \
      "--role=$role" "$@"
  fi
  exec "$@"
}

# Builds the notifier if it is not built yet; sets app (the folder of its jars).
notifier_is_built() {
  module=$root/notifier-service
  app=$module/target/quarkus-app
  jar=$(find "$app/app" -name '*.jar' 2>/dev/null | head -n 1)
  if [ -z "$jar" ] || [ ! -d "$app/lib/main" ]; then
    echo "The notifier is not built; building it, which takes about a minute." >&2
    (cd "$root" && mvn -q -B -pl notifier-service -am package -Dmaven.test.skip=true 1>&2)
  elif [ -n "$(find "$module/src/main" -type f -newer "$jar" | head -n 1)" ]; then
    echo "The build is older than the sources, and works as it did then." >&2
  fi
}

# Builds the launcher if it is not built yet; sets launcher (its jar).
launcher_is_built() {
  launcher=$root/deploy/local/target/hall-monitor.jar
  if [ ! -f "$launcher" ] || [ ! -d "$root/deploy/local/target/lib" ]; then
    echo "The launcher is not built; building it, which takes about a minute." >&2
    (cd "$root" && mvn -q -B -pl deploy/local -am package -Dmaven.test.skip=true 1>&2)
  elif [ -n "$(find "$root/deploy/local/src/main" "$root/deploy/embedded/src/main" -type f -newer "$launcher" | head -n 1)" ]; then
    echo "The build is older than the sources, and works as it did then." >&2
  fi
}
