#!/bin/sh
# Loads a server that runs: 200 requests a second of mixed reads with 20 writes a second. Takes hey and wrk (Debian packages of these names).
#
#   load.sh http://127.0.0.1:5080 dl_… [seconds]
#
# The key needs the scopes read and ingest. Prints the 99th percentile of each kind of read, and how many writes were answered otherwise than
# with 201. A read that takes longer than 150 ms at the 99th percentile, or an answer that is none of 2xx, makes the exit code 1.
set -eu
site=${1:?address} key=${2:?key} seconds=${3:-30}
for tool in hey wrk curl; do command -v "$tool" > /dev/null || { echo "There is no $tool. Install its package." >&2; exit 2; }; done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
auth="Authorization: Bearer $key"

first() { curl -fsS -H "$auth" "$site/api/v1/$1?limit=1" | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4; }
story=$(first stories) claim=$(first claims)
[ -n "$story" ] && [ -n "$claim" ] || { echo "There is no story or no claim yet. Bring documents in first." >&2; exit 2; }

cat > "$work/write.lua" <<'LUA'
-- Each document is another one; a connection waits so that four of them send 20 a second.
local at = 0
function setup(thread) number = (number or 0) + 1; thread:set("id", number) end
function init(arguments) run = os.time() end
function delay() return 195 end
function request()
  at = at + 1
  local name = run .. "-" .. id .. "-" .. at
  return wrk.format("POST", nil, nil, string.format(
    '{"source":"Load Wire","id":"%s","title":"Bridge %s","text":"The mayor said that bridge %s is closed to traffic."}', name, name, name))
end
function response(status) if status ~= 201 then others = (others or 0) + 1 end end
function done(summary, latency) io.write(string.format("writes %d, p99 %.1f ms, errors %d\n", summary.requests, latency:percentile(99) / 1000,
  summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout)) end
LUA

wrk -t 4 -c 4 -d "${seconds}s" -s "$work/write.lua" -H "$auth" -H "Content-Type: application/json" "$site/api/v1/documents" > "$work/writes" &
writes=$!
reads=
for path in "stories?limit=50" "stories/$story" "claims/$claim" "search?q=closed"; do
    name=$(echo "$path" | cut -d/ -f1 | cut -d'?' -f1)
    case $path in */*) name=$name-one ;; esac
    hey -z "${seconds}s" -c 5 -q 10 -H "$auth" "$site/api/v1/$path" > "$work/read.$name" &
    reads="$reads $!"
done
for one in $reads $writes; do wait "$one"; done

failed=0
for file in "$work"/read.*; do
    p99=$(awk '/99% in/ { printf "%.1f", $3 * 1000 }' "$file")
    rate=$(awk '/Requests\/sec/ { printf "%.0f", $2 }' "$file")
    others=$(awk '/^ *\[[0-9]+\]/ && $1 !~ /\[2/ { n += $2 } /^Error distribution/ { n++ } END { print n + 0 }' "$file")
    echo "${file##*read.}: $rate requests/s, p99 $p99 ms, other answers $others"
    awk -v p="${p99:-9999}" -v n="$others" 'BEGIN { exit !(p > 150 || n > 0) }' && failed=1
done
grep '^writes' "$work/writes"
grep -q 'errors 0$' "$work/writes" || failed=1
exit $failed
