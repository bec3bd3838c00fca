package hallmonitor.testparts;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Lets {@code @TempDir(factory = ScratchTempDirs.class)} be a {@link ScratchFolder}, for tests that
 * keep databases there. The folder begins with the mark of its owner in it.
 */
public final class ScratchTempDirs implements TempDirFactory {
  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) {
    return ScratchFolder.create("hall-monitor-test-");
  }
}
