String log = new File(basedir, 'build.log').text
assert !log.contains('Exception in') && !log.contains('\tat ')

assert log.contains('update-manifest records a decision and runs only from the command line')
assert !new File(basedir, 'replay-lint-manifest.yml').exists()
assert !new File(basedir, 'target/replay-lint').exists()
