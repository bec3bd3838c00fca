package hallmonitor.moderation.drafting;

import hallmonitor.moderation.pipeline.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Puts this part together. */
@ApplicationScoped
public class DraftingWiring {
  @Produces
  @Singleton
  FilesInForce files(
      Jdbi jdbi,
      Rules rules,
      @ConfigProperty(name = "hallmonitor.config-dir") Path folder,
      DocumentsConfig config) {
    return new FilesInForce(jdbi, rules, new ConfigFolder(folder), config.publish());
  }

  @Produces
  @Singleton
  Drafts drafts(Jdbi jdbi, Rules rules, FilesInForce files) {
    return new Drafts(jdbi, rules, files);
  }

  @Produces
  @Singleton
  Shadows shadows(Jdbi jdbi, Drafts drafts) {
    return new Shadows(jdbi, drafts);
  }

  @Produces
  @Singleton
  ShadowRound shadowRound(Jdbi jdbi, Rules rules) {
    return new ShadowRound(jdbi, rules);
  }

  @Produces
  @Singleton
  Backtests backtests(Jdbi jdbi, Rules rules, Drafts drafts) {
    return new Backtests(jdbi, rules, drafts);
  }

  void stop(@Disposes Backtests backtests) {
    backtests.close();
  }
}
