# What the proofs of the images share, to be read by them: they wait, ask, and write on the practice page at
# HALL_MONITOR_PRACTICE_PORT, with the mailbox at HALL_MONITOR_MAILBOX_PORT. A script that reads this has a function 'fail'.
podman=(podman)
[ -f /sys/fs/cgroup/cgroup.controllers ] || podman+=(--runtime runc)

within() { # seconds, what, a command that succeeds by then
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    [ $SECONDS -lt $deadline ] || fail "$what"
    sleep 0.5
  done
}

# Podman has systemd ask for a container's health; where that does not run, this does.
ask_for_health() { # what the names of the containers begin with
  while sleep 1; do
    for container in $("${podman[@]}" ps --quiet --filter "name=^$1"); do
      "${podman[@]}" healthcheck run "$container" >/dev/null 2>&1 || true
    done
  done
}

practice() { # path, and what curl takes
  local path=$1
  shift
  curl -sf -m 10 -H "Host: 127.0.0.1:8090" -H 'Content-Type: application/json' "$@" "http://127.0.0.1:$HALL_MONITOR_PRACTICE_PORT/practice/$path"
}

mails() {
  curl -sf -m 10 -H "Host: 127.0.0.1:8091" "http://127.0.0.1:$HALL_MONITOR_MAILBOX_PORT/api/mails" || echo '{"mails":[]}'
}

write() { # a name and a text; prints the comment's id
  practice comments --data "$(jq -nc --argjson post "$post" --arg name "$1" --arg text "$2" '{post: $post, name: $name, text: $text}')" | jq -r .id
}

shows() { practice "feed?post=$post" | jq -e --arg id "$1" '[.threads[].id | tostring] | index($id) != null' >/dev/null; }
hides() { practice "feed?post=$post" | jq -e --arg id "$1" '[.hiddenNow[] | tostring] | index($id) != null' >/dev/null; }
mailed() { [ "$(mails | jq '[.mails[] | select(.subject | startswith("ACT NOW"))] | length')" -gt "$1" ]; }
healthy() { [ "$("${podman[@]}" inspect --format '{{.State.Health.Status}}' "$1")" = healthy ]; }
answers() { practice "feed?post=$post" >/dev/null 2>&1; }

journey() { # where, a post that nobody threatened below, and a threat: a second one there would join the mail of the first
  post=$2
  within 60 "$1: the practice page does not answer" answers
  local before harmless threat
  before=$(mails | jq '[.mails[] | select(.subject | startswith("ACT NOW"))] | length')
  harmless=$(write "Dana Reyes" "What a great game, go Mavericks! ($1)")
  threat=$(write "no name" "$3")
  within 60 "$1: the threat is not hidden" hides "$threat"
  within 60 "$1: no mail tells of the threat" mailed "$before"
  shows "$harmless" || fail "$1: the harmless comment is not shown"
  echo "$1: a harmless comment is shown, a threat is hidden, and $(mails | jq -r '.mails[0] | "\(.to[0]) got: \(.subject)"')"
}

