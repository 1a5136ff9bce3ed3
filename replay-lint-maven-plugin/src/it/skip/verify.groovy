import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('[INFO] replay-lint: skipped')
assert !new File(basedir, 'target/replay-lint').exists()
