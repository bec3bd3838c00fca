package hallmonitor.testparts;

import hallmonitor.embedded.DatabaseRole;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test the shared broker and database: {@code @QuarkusTestResource(value =
 * QuarkusParts.class, initArgs = @ResourceArg(name = "role", value = "moderation"))}.
 */
public final class QuarkusParts implements QuarkusTestResourceLifecycleManager {
  private @Nullable DatabaseRole role;

  @Override
  public void init(Map<String, String> arguments) {
    String name = arguments.get("role");
    if (name == null) {
      throw new IllegalArgumentException(
          "QuarkusParts needs the argument role: ingest, moderation or notifier");
    }
    role = DatabaseRole.named(name);
  }

  @Override
  public Map<String, String> start() {
    return Parts.shared()
        .quarkusConfiguration(Objects.requireNonNull(role, "Quarkus calls init before this"));
  }

  /** The pair belongs to the JVM, not to one test: it stops when the JVM exits. */
  @Override
  public void stop() {}
}
