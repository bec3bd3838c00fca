package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.pipeline.jobs.DayCountJob;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** Tests on rows that nothing has counted yet, seen by the administrator Brandt. */
class ReportTests extends NovakAtWork {
  @Inject DayCountJob counting;

  ReportSeed reports;
  ConsoleBrowser brandt;

  @BeforeEach
  void nothingIsCounted() {
    reports = new ReportSeed(database);
    reports.nothing();
    seed.person("brandt", "administrator", false);
    brandt = ConsoleBrowser.signedIn("brandt");
  }
}
