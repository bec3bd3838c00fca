package hallmonitor.testparts;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Gives every wait without its own limit a minute. A machine that builds several modules at the
 * same time is slow, and a wait that succeeds takes no longer than before.
 */
public final class PatientWaits implements TestExecutionListener {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Quarkus loads Awaitility again for its tests. */
  private final Set<ClassLoader> patient =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Override
  public void executionStarted(TestIdentifier test) {
    if (test.getSource().orElse(null) instanceof ClassSource source) {
      ClassLoader loader = source.getJavaClass().getClassLoader();
      if (patient.add(loader)) {
        makePatient(loader);
      }
    }
  }

  private static void makePatient(ClassLoader loader) {
    try {
      Class.forName("org.awaitility.Awaitility", true, loader)
          .getMethod("setDefaultTimeout", Duration.class)
          .invoke(null, PATIENCE);
    } catch (ClassNotFoundException withoutAwaitility) {
      // These tests never wait.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
