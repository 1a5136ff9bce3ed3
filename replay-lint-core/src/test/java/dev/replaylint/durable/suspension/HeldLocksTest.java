package dev.replaylint.durable.suspension;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.testing.SmallModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks that are held, or not, where an operation suspends. */
final class HeldLocksTest {

    private static final String PAY = "ctx.step(\"pay\", String.class, s -> \"x\");";

    @TempDir
    Path directory;

    private List<String> locks(String statements) throws IOException {
        return SmallModel.of(
                        directory,
                        "final Lock lock = new ReentrantLock(); final ReadWriteLock both = new ReentrantReadWriteLock();"
                                + " void m(DurableContext ctx, boolean b) { " + statements + " }")
                .failures()
                .heldLocks()
                .stream()
                .map(HeldLock::lock)
                .toList();
    }

    @Test
    void aLockIsHeldUntilItIsGivenBack() throws IOException {
        assertThat(locks("lock.lock(); try { " + PAY + " } finally { lock.unlock(); }"))
                .containsExactly("`Lock.lock`");
    }

    @Test
    void aLockThatWasGivenBackIsNotHeld() throws IOException {
        assertThat(locks("lock.lock(); try { hashCode(); } finally { lock.unlock(); } " + PAY))
                .isEmpty();
    }

    @Test
    void aLockThatCouldNotBeTakenIsNotHeld() throws IOException {
        assertThat(locks("if (!lock.tryLock()) { " + PAY + " return; } lock.unlock();"))
                .isEmpty();
    }

    @Test
    void aLockTakenOnOneWayIsNotHeldOnTheOther() throws IOException {
        assertThat(locks("if (b) { lock.lock(); } hashCode(); if (b) { lock.unlock(); } " + PAY))
                .isEmpty();
    }

    @Test
    void givingBackAnotherLockLeavesThisOneHeld() throws IOException {
        assertThat(locks("both.readLock().lock(); both.writeLock().unlock(); " + PAY + " both.readLock().unlock();"))
                .containsExactly("`Lock.lock`");
    }

    @Test
    void aMonitorIsHeldInItsBlock() throws IOException {
        assertThat(locks("synchronized (lock) { " + PAY + " } " + PAY)).containsExactly("`synchronized`");
    }
}
