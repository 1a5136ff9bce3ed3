import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

List<String> runs = log.split('Scanning for projects') as List
assert runs.size() == 9
def restored = { int run -> (runs[run] =~ /Found cached build, restoring shop:(\S+)/).collect { it[1] } }
def forced = { int run -> runs[run].count('forcing full project build. Mojo: replay-lint:check') }
String error = '[ERROR] Failed to execute goal'

assert runs[1].contains('replay-lint: skipped') && restored(1) == []
assert runs[2].contains(error) && forced(2) > 0
assert runs[3].contains(error) && runs[3].contains('1 error (')

// From the other machine: nothing is analysed, and the file of all modules is there.
assert !runs[4].contains(error) && runs[4].contains('1 error (')
assert restored(5) == ['shop-parent', 'prices', 'orders'] && forced(5) == 0
assert !runs[5].contains('replay-lint:check (default)') && !(runs[5] =~ /replay-lint:\S+:check \(default\)/)
assert runs[5].contains('replay-lint: the reports of orders')
String sarif = new File(basedir, 'other/target/replay-lint/replay-lint.sarif').text
assert sarif.contains('random-value') && sarif.contains('prices/src/main/java/shop/prices/Quotes.java')

assert runs[6].contains('Plugin parameter mismatch found. Parameter: failOn, expected: never, actual: error')
assert runs[6].contains(error)

assert !restored(7).contains('orders') && runs[7].contains('no problems')
assert !restored(8).contains('orders') && restored(8).contains('prices')
assert runs[8] =~ /no problems \(1 accepted in the baseline\)/
assert new JsonSlurper().parse(new File(basedir, 'recorded/orders/target/replay-lint/replay-lint.json')) != null
