package hallmonitor.ingest.tool;

import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.ingest.account.SealedCredentials.Stored;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code list}: what is stored, never a secret. */
@Command(
    name = "list",
    description =
        "Lists what is stored and for what, without the secrets; answers 1 if no key opens one of"
            + " them.%n")
final class ListCommand implements Callable<Integer> {
  @Mixin private StoreOptions options = new StoreOptions();
  @ParentCommand private @Nullable CredentialCommand parent;

  @Override
  public Integer call() throws Exception {
    CredentialCommand command = Objects.requireNonNull(parent);
    return options.open(
        command.environment(),
        opened -> {
          SealedCredentials credentials = opened.credentials();
          List<Stored> all = credentials.all();
          boolean good = true;
          for (Stored one : all) {
            boolean opens = credentials.opens(one);
            good &= opens;
            command
                .out()
                .printf(
                    "%s  %s (%s)  stored %s%s%n",
                    one.name(),
                    one.origin(),
                    one.platform(),
                    one.storedAt(),
                    opens ? "" : "  NO KEY OPENS IT: put its key back, or store it again");
          }
          if (all.isEmpty()) {
            command.out().println("No credential is stored in the database.");
          }
          return good ? 0 : 1;
        });
  }
}
