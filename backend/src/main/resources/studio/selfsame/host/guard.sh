# shellcheck shell=sh
# Runs a command for a parent that holds the other end of standard input. When that end closes, because the parent asks
# for an end or because it was killed, the command is told to stop by SIGNAL and, after 15 seconds, made to.
# Usage: sh guard.sh SIGNAL PIDFILE COMMAND...
signal=$1
pidfile=$2
shift 2
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
printf '%s %s\n' "$child" "$signal" >"$pidfile"
{
    cat <&3 >/dev/null
    kill -s "$signal" "$child" 2>/dev/null
    tries=0
    while [ "$tries" -lt 150 ] && kill -0 "$child" 2>/dev/null; do
        sleep 0.1
        tries=$((tries + 1))
    done
    kill -s KILL "$child" 2>/dev/null
} &
watcher=$!
exec 3<&-
trap 'kill -s "$signal" "$child" 2>/dev/null' TERM INT HUP
while :; do
    wait "$child"
    status=$?
    kill -0 "$child" 2>/dev/null || break
done
rm -f "$pidfile"
kill "$watcher" 2>/dev/null
exit "$status"
