// The goal has recorded the one step; now it is killed four times while it records a thousand more.
assert new File(basedir, 'replay-lint-manifest.yml').text.endsWith('''handlers:
  shop.OrderHandler:
    - step step-0
...
''')
File script = new File(basedir, '../../../src/test/tools/kill-update-manifest.sh').canonicalFile
File log = new File(basedir, 'kills.log')
ProcessBuilder kills = new ProcessBuilder('bash', script.path, '4').redirectErrorStream(true).redirectOutput(log)
// Another Maven would look for files in the local repository that this one has not put there.
kills.environment().put('MVN', mavenHome + '/bin/mvn')
int code = kills.start().waitFor()
assert code == 0 : log.text
def counts = (log.text =~ /4 kills: (\d+) old, (\d+) new, 0 torn; \d+ times a temporary file was left behind/)[0]
assert (counts[1] as int) + (counts[2] as int) == 4
