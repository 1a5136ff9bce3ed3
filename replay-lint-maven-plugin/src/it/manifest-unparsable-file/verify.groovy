String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('[WARNING] replay-lint: replay-lint-manifest.yml was not compared, since the analysis is incomplete')
assert !log.contains('[renamed-operation]')
assert log =~ /\[ERROR\] src\/main\/java\/shop\/Labels\.java:\[7\] cannot be parsed/
assert log.contains('replay-lint: the analysis is incomplete, so nothing was written; see above')
assert new File(basedir, 'replay-lint-manifest.yml').text == new File(basedir, 'expected-manifest.txt').text
