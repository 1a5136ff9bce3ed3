String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('replay-lint: 0 added, 2 retired; commit this file with the change')
assert log.count('replay-lint: replay-lint-manifest.yml is up to date') == 1
assert log =~ /1 durable handler, 2 operations, .* no problems/
assert new File(basedir, 'replay-lint-manifest.yml').text.endsWith('''handlers:
  shop.OrderHandler:
    - step charge
    - step ship
retired:
  shop.OrderHandler:
    - renamed step charge-card to step charge: "version 12 is drained: see #12"
    - removed step audit: "version 12 is drained: see #12"
...
''')
