String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.count('[WARNING] replay-lint: there is no replay-lint-manifest.yml yet, so changes that break running executions are not seen') == 1
assert log.contains('[WARNING]     record the operations: mvn replay-lint:update-manifest')
assert log =~ /\[ERROR\] src\/main\/java\/shop\/OrderHandler\.java:\[11,\d+\] handler `shop\.OrderHandler` is not recorded, .* \[unrecorded-operation\]/
assert log.contains('replay-lint found 1 error (failOn=error)')
assert !new File(basedir, 'replay-lint-manifest.yml').exists()
