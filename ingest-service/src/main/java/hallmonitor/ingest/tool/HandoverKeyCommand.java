package hallmonitor.ingest.tool;

import hallmonitor.messaging.credential.CredentialKeys;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code handover-key}: a new key for what people enter in the console. */
@Command(
    name = "handover-key",
    description =
        "Prints a new key, one line for the secret 'handover-key'. Needed only where the ingest"
            + " service cannot write its secrets folder, or to change the key.%n")
final class HandoverKeyCommand implements Callable<Integer> {
  @ParentCommand private @Nullable CredentialCommand parent;

  @Override
  public Integer call() {
    Objects.requireNonNull(parent).out().println(CredentialKeys.create());
    return 0;
  }
}
