String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log =~ /\[ERROR\] src\/main\/java\/shop\/OrderHandler\.java:\[11,\d+\] step `charge` was recorded as step `charge-card`, so an execution in flight fails as non-deterministic on replay \[renamed-operation\]/
assert log =~ /\[ERROR\]     help: give the operation the name that is recorded; or let .* record the break with `mvn replay-lint:update-manifest -Dreplay-lint\.acceptBreaking/
assert log.contains('replay-lint found 1 error (failOn=error)')
assert log.contains('[ERROR]   shop.OrderHandler: renamed step charge-card to step charge')
assert log.contains('replay-lint: this change breaks running executions; nothing was written to replay-lint-manifest.yml')
assert log.contains('replay-lint.acceptBreaking needs a reason that is kept: -Dreplay-lint.reason="…"')
assert log =~ /\[WARNING\] src\/main\/java\/shop\/OrderHandler\.java:\[11,\d+\] step `charge` was recorded/
assert log.count('[renamed-operation]') == 2
assert new File(basedir, 'replay-lint-manifest.yml').text == new File(basedir, 'expected-manifest.txt').text
