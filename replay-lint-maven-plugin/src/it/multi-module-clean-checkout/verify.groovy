import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('[ERROR] prices/src/main/java/shop/prices/Quotes.java:[11,35] `UUID.randomUUID` gives another value on every replay, and its value is used by the function of step `charge` [random-value]')
assert log.contains('replayed from OrderHandler.handleRequest (OrderHandler.java:12) > Quotes.quote (Quotes.java:11)')
assert new File(basedir, 'orders/target/replay-lint/replay-lint.sarif').exists()
// No report, but that there is none need not be found out again.
assert new File(basedir, 'plain/target/replay-lint').list() == ['check.result']
assert !new File(basedir, 'prices/target/classes').exists()
