String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

List<String> runs = log.split('Scanning for projects') as List
assert runs.size() == 7

// Red, accepted, green.
assert runs[1].contains('replay-lint found 2 errors (failOn=error)')
assert runs[2].contains('[INFO]   + shop.PriceService quote: error random-value, UUID.randomUUID')
assert runs[2].contains('[INFO]   + shop.PriceService quote: error wall-clock, Instant.now')
assert runs[2].contains('[INFO] replay-lint: 2 added, 0 removed, 2 accepted; commit this file')
assert runs[2] =~ /no problems \(2 accepted in the baseline\)/
assert !runs[2].contains('[wall-clock]')

// A second run writes nothing.
assert runs[3].contains('[INFO] replay-lint: replay-lint-baseline.json is up to date')

// A new defect is reported alone, and not accepted without being asked.
assert runs[4].contains('[INFO] replay-lint: replay-lint-baseline.json is up to date')
assert runs[4].contains('[WARNING] replay-lint: 1 finding is not accepted; -Dreplay-lint.addNew adds new ones')
assert runs[4].count(' [random-value]') == 1 && !runs[4].contains('[wall-clock]')
assert runs[4].contains('[ERROR] src/later/java/shop/PriceService.java:[17,36] `Math.random` gives')
assert runs[4].contains('replay-lint found 1 error (failOn=error)')
assert runs[4] =~ /1 error \(2 accepted in the baseline\)/

// What is mended is stale until the goal removes it.
assert runs[5].contains('[WARNING] replay-lint: replay-lint-baseline.json accepts 1 finding that is no longer there; remove with: mvn replay-lint:baseline')
assert runs[5].contains('[INFO]   - shop.PriceService quote: error random-value, UUID.randomUUID')
assert runs[5].contains('[INFO] replay-lint: 0 added, 1 removed, 1 accepted; commit this file')
assert runs[6].contains('[INFO] replay-lint: 2 added, 0 removed, 3 accepted; commit this file')
assert new File(basedir, 'replay-lint-baseline.json').text == new File(basedir, 'expected-baseline.txt').text
