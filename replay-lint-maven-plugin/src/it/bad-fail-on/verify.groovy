import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('replay-lint.failOn is `fatal`; it can be error, warning, info or never')
assert !new File(basedir, 'target/replay-lint').exists()
