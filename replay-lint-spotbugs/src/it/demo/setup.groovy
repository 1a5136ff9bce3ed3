import java.nio.file.Files

// The code itself is in the fixtures.
def flawed = new File(basedir, '../../../../test-fixtures/demo/flawed').toPath().normalize()
[flawed.resolve('src'), flawed.resolve('replay-lint-manifest.yml')].each { part ->
    Files.walk(part).filter { Files.isRegularFile(it) }.forEach { file ->
        def copy = basedir.toPath().resolve(flawed.relativize(file))
        Files.createDirectories(copy.parent)
        Files.copy(file, copy)
    }
}
return true
