String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log =~ /\[WARNING\] src\/main\/java\/shop\/OrderHandler\.java:\[12,\d+\] step `ship` is not recorded, .* \[unrecorded-operation\]/
assert log =~ /\[ERROR\] src\/main\/java\/shop\/OrderHandler\.java:\[13,\d+\] step `notify` is not recorded, .* \[unrecorded-operation\]/
assert log.contains('replay-lint found 2 errors (failOn=error)')
def printed = log.readLines().collect { it.replace('[INFO] ', '') }
int at = printed.indexOf('replay-lint-manifest.yml')
assert printed[at + 1..at + 4] == ['      shop.OrderHandler:', '  +     - step ship', '  +     - step notify', 'replay-lint: 2 added, 0 retired; commit this file with the change']
assert log.count('replay-lint: replay-lint-manifest.yml is up to date') == 1
String manifest = new File(basedir, 'replay-lint-manifest.yml').text
assert manifest.endsWith('''handlers:
  shop.OrderHandler:
    - step charge
    - step ship
    - step notify
...
''')
assert !manifest.contains('\r')
assert !new File(basedir, '.replay-lint-manifest.yml.tmp').exists()
