String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in')

List<String> runs = log.split('Scanning for projects') as List
assert runs.size() == 10

// What the goal says of the module, without what only a debugging user sees.
def said = { int run ->
    String text = runs[run].substring(runs[run].indexOf('check (default-cli) @ orders'))
    text.substring(0, text.indexOf('Reactor Summary')).readLines().findAll { it =~ /^\[(INFO|WARNING|ERROR)\]/ }
}
def failure = { int run -> runs[run].readLines().find { it.startsWith('[ERROR] Failed to execute goal') } }
def stored = { int run -> runs[run].count('[DEBUG] replay-lint: unchanged since the last check') }

assert stored(1) == 0
assert said(1).any { it.startsWith('[ERROR] prices/src/main/java/shop/prices/Quotes.java:[11,35] `UUID.randomUUID`') }
assert said(1).any { it.startsWith('[ERROR] orders/src/main/java/shop/orders/OrderHandler.java:[14,') }
assert failure(1).contains('replay-lint found 2 errors (failOn=error); see above')

// Unchanged and only touched: the same again, down to the time that the analysis took.
[2, 3].each {
    assert stored(it) == 2
    assert said(it) == said(1)
    assert failure(it) == failure(1)
}

// Switched off; then without one of its reports, while the other module, which has none, is unchanged.
assert stored(4) == 0 && failure(4) == failure(1)
assert stored(5) == 1 && failure(5) == failure(1)

assert stored(6) == 0 && failure(6).contains('replay-lint found 1 error (failOn=error)')
assert stored(7) == 1 && failure(7) == null && said(7).any { it.contains('no problems') }
assert stored(8) == 1 && said(8).any { it.contains('[wall-clock]') }

// Several threads, and the file of all modules without any analysis.
assert stored(9) == 2
assert said(9) == said(8)
assert failure(9) == failure(8)
String merged = new File(basedir, 'target/replay-lint/replay-lint.sarif').text
assert merged.contains('orders/src/main/java/shop/orders/OrderHandler.java')
assert merged.contains('wall-clock')

assert new File(basedir, 'orders/target/replay-lint/replay-lint.sarif').exists()
assert new File(basedir, 'orders/target/replay-lint/check.result').exists()
assert new File(basedir, 'prices/target/replay-lint').list() == ['check.result']
