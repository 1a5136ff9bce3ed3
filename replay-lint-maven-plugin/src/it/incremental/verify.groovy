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
def isStored = { int run -> runs[run].contains('[DEBUG] replay-lint: unchanged since the last check') }

assert !isStored(1)
assert said(1).any { it.startsWith('[ERROR] prices/src/main/java/shop/prices/Quotes.java:[11,35] `UUID.randomUUID`') }
assert said(1).any { it.startsWith('[ERROR] orders/src/main/java/shop/orders/OrderHandler.java:[14,') }
assert failure(1).contains('replay-lint found 2 errors (failOn=error); see above')

// Unchanged and only touched: the same again, down to the time that the analysis took.
[2, 3].each {
    assert isStored(it)
    assert said(it) == said(1)
    assert failure(it) == failure(1)
}

// Switched off; and without one of its reports.
[4, 5].each {
    assert !isStored(it)
    assert failure(it) == failure(1)
}
assert !isStored(6) && failure(6).contains('replay-lint found 1 error (failOn=error)')
assert !isStored(7) && failure(7) == null && said(7).any { it.contains('no problems') }
assert !isStored(8) && said(8).any { it.contains('[wall-clock]') }

// Several threads, and the file of all modules without any analysis.
assert isStored(9)
assert said(9) == said(8)
assert failure(9) == failure(8)
String merged = new File(basedir, 'target/replay-lint/replay-lint.sarif').text
assert merged.contains('orders/src/main/java/shop/orders/OrderHandler.java')
assert merged.contains('wall-clock')

assert new File(basedir, 'orders/target/replay-lint/replay-lint.sarif').exists()
assert new File(basedir, 'orders/target/replay-lint/check.result').exists()
assert !new File(basedir, 'prices/target/replay-lint').exists()
