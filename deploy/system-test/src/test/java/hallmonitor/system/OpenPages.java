package hallmonitor.system;

import hallmonitor.local.PortName;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;

/** Pages that open without signing in, and those of the practice town. */
@TestMethodOrder(OrderAnnotation.class)
abstract class OpenPages {
  private final Chromium browser;
  private final ScratchStack stack;
  private final PageLook look;

  OpenPages(FreshConsole console) {
    browser = console.browser();
    stack = console.stack();
    look = new PageLook(console, OpenPages.class);
  }

  @AfterEach
  void nothingWasWrong() {
    look.check();
  }

  @Test
  @Order(1)
  void whatOpensWithoutSigningIn() {
    look.open("/queue");
    Console.send(browser, "/sign-out", Map.of());
    look.visit("sign-in", "/sign-in");
    for (String language : List.of("en", "es")) {
      look.visit("appeal-" + language, "/appeal?lang=" + language);
      look.visit("report-" + language, "/report?lang=" + language);
      look.visit("request-" + language, "/records-request?lang=" + language);
    }
    look.visit("transparency-none", "/transparency?lang=en");
    lastMonthIsCounted();
    look.visit("transparency-en", "/transparency?lang=en");
    look.visit("transparency-es", "/transparency?lang=es");
    look.visit("not-found-request", "/records-request/state/x?lang=en");
    look.visit("not-found-answer", "/records-request/answer/x?lang=es");
    look.visit("not-found-report", "/report/state/x?lang=en");
    look.visit("not-found-link", "/report/s/x?lang=es");
    look.visit("not-found-guidelines", "/guidelines/x?lang=es");
    look.visit("return-mistake", "/connect/return?state=x");
  }

  private void lastMonthIsCounted() {
    stack
        .archive()
        .texts(
            """
            insert into judged_day (day, account, building, clause, stance, created, edited, allowed, reviewed, hidden,
              escalated)
            select (date_trunc('month', now()) - interval '9 days')::date, 'practice', '', clause, stance, all_of, 0,
              all_of - hidden, 0, hidden, 0
            from (values ('', 'neither', 2000, 40), ('1.1', 'neither', 40, 40), ('2.3', 'neither', 2, 2),
              ('', 'critical', 60, 6), ('', 'supportive', 80, 2), ('1.1', 'critical', 6, 6))
              as counted(clause, stance, all_of, hidden)
            returning account
            """);
  }

  /** The pages of the school on the platforms, which anyone may fill with anything. */
  @Test
  @Order(2)
  void thePracticeTown() {
    for (String platform : List.of("facebook", "youtube", "bluesky")) {
      for (String text : List.of(HostileCorpus.SCRIPT, HostileCorpus.TEMPLATE, "W".repeat(290))) {
        stack.practice().write(platform, HostileCorpus.SCRIPT, text);
      }
      browser.open(stack.address(PortName.PRACTICE) + "/" + platform);
      browser.waitUntilShown(By.id("threads"), HostileCorpus.SCRIPT);
      look.at("town-" + platform);
    }
  }

  @Test
  @Order(3)
  void nothingThatAnyoneWroteIsInTheLogs() throws IOException {
    look.checkLogs(stack);
  }

  @Test
  @Order(3)
  void everyPageThatThisClassPromisesWasVisited() {
    look.checkVisits();
  }
}
