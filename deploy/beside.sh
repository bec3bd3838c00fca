# Sourced by deploy/backtest, evidence and export-decisions: runs a command that reads the local run's database, which
# is started for just that time if Hall Monitor is stopped. Needs root.

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
