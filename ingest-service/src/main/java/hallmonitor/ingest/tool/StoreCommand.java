package hallmonitor.ingest.tool;

import hallmonitor.ingest.account.CredentialDestinations.Destination;
import hallmonitor.ingest.account.OwnKeys;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code store NAME}: encrypts a credential for the platform and address of its accounts. */
@Command(
    name = "store",
    description =
        "Stores the credential that accounts of district.yaml name, encrypted and for their platform"
            + " and address alone. Type it when asked, or pass it in:"
            + " deploy/credential store NAME < file%n")
final class StoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "as 'credential' says in district.yaml")
  private String name = "";

  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      description = "the folder with district.yaml (config in the data folder)")
  private @Nullable Path config;

  @Mixin private StoreOptions options = new StoreOptions();
  @ParentCommand private @Nullable CredentialCommand parent;

  @Override
  public Integer call() throws Exception {
    CredentialCommand command = Objects.requireNonNull(parent);
    Destination there = destination(district(command));
    // Read first: the address that asks for a credential keeps its name, also if none is given.
    String secret = command.secret(name);
    if (secret.isEmpty()) {
      throw new ToolFailure("Nothing was given, so nothing is stored.");
    }
    return options.open(
        command.environment(),
        opened -> {
          Destination allowed = opened.destinations().of(name, there);
          if (!allowed.equals(there)) {
            throw new ToolFailure(
                "The credential '%s' belongs to %s and is not stored for %s. Choose another name, and write it into district.yaml."
                    .formatted(name, allowed, there));
          }
          if (!opened.credentials().hasKey()) {
            command.out().println(makeKey(opened.secrets().resolve(SealedCredentials.KEY)));
          }
          opened.credentials().store(name, there, secret);
          command.out().printf("'%s' is stored for %s.%n", name, there);
          tellOfFile(command, opened.secrets().resolve("accounts").resolve(name));
          return 0;
        });
  }

  /** A file is asked before the database, and would hold the old credential. */
  private static void tellOfFile(CredentialCommand command, Path file) {
    if (Files.exists(file)) {
      command.out().printf("The file %s still goes before it; delete that file now.%n", file);
    }
  }

  private District district(CredentialCommand command) throws IOException {
    Path folder =
        Optional.ofNullable(config)
            .or(
                () ->
                    Optional.ofNullable(command.environment().apply("HALLMONITOR_CONFIG_DIR"))
                        .map(Path::of))
            .orElse(options.data().resolve("config"));
    Path file = folder.resolve("district.yaml");
    try {
      return DistrictFile.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new ToolFailure("There is no file %s; name the folder with --config.".formatted(file));
    }
  }

  private Destination destination(District district) {
    Set<Destination> all =
        district.accounts().stream()
            .filter(account -> account.credential().equals(name))
            .map(account -> Destination.of(account.platform(), account.baseUrl()))
            .collect(Collectors.toSet());
    if (all.size() == 1) {
      return all.iterator().next();
    }
    throw new ToolFailure(
        all.isEmpty()
            ? "No account in district.yaml has 'credential: %s'. Add the account first: a credential is stored for its platform and address alone."
                .formatted(name)
            : "Accounts at different addresses name the credential '%s': %s. Give each its own."
                .formatted(
                    name,
                    all.stream()
                        .map(Destination::toString)
                        .sorted()
                        .collect(Collectors.joining(", "))));
  }

  private static String makeKey(Path file) {
    try {
      OwnKeys.write(file, OwnKeys.random());
      return "The key is new: %s. Back it up apart from the database; without it no credential opens."
          .formatted(file);
    } catch (IOException e) {
      throw new ToolFailure(
          "There is no key, and none can be written to %s (%s). Provide the secret '%s', such as what openssl rand -base64 32 prints."
              .formatted(file, e.getClass().getSimpleName(), SealedCredentials.KEY));
    }
  }
}
