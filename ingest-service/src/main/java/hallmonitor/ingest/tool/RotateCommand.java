package hallmonitor.ingest.tool;

import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.settings.tool.ToolFailure;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code rotate}: seals all with the first key. */
@Command(
    name = "rotate",
    description =
        "Encrypts all credentials with the first line of the secret 'credential-key'. Write the new"
            + " key above the old one, run this, and then delete the old line.%n")
final class RotateCommand implements Callable<Integer> {
  @Mixin private StoreOptions options = new StoreOptions();
  @ParentCommand private @Nullable CredentialCommand parent;

  @Override
  public Integer call() throws Exception {
    CredentialCommand command = Objects.requireNonNull(parent);
    return options.open(
        command.environment(),
        opened -> {
          SealedCredentials credentials = opened.credentials();
          if (!credentials.hasKey()) {
            throw new ToolFailure(
                "The secret '%s' is missing; nothing was changed."
                    .formatted(SealedCredentials.KEY));
          }
          List<String> closed = credentials.rotate();
          command
              .out()
              .printf(
                  "%d credentials are encrypted with the first key.%n",
                  credentials.all().size() - closed.size());
          if (closed.isEmpty()) {
            command.out().println("All other lines of the secret can be deleted.");
            return 0;
          }
          command.out().printf("No key opens %s; store them again.%n", String.join(", ", closed));
          return 1;
        });
  }
}
