String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert new File(basedir, 'orders/replay-lint-manifest.yml').text.contains('''handlers:
  shop.OrderHandler:
    - step charge
...
''')
assert new File(basedir, 'billing/replay-lint-manifest.yml').text.contains('''handlers:
  billing.BillHandler:
    - step pay
...
''')
assert !new File(basedir, 'plain/replay-lint-manifest.yml').exists()
assert !new File(basedir, 'replay-lint-manifest.yml').exists()
assert log.count('replay-lint: 1 added, 0 retired; commit this file with the change') == 2
assert log.contains('replay-lint: orders/replay-lint-manifest.yml is up to date')
assert !log.contains('not thread-safe')
assert log.count('replay-lint: 1 durable handler, 1 operation, 1 file') == 2
