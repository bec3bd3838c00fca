package hallmonitor.system;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Pages for those who set up rules, accounts and people, and keep Hall Monitor running. */
abstract class AdministratorPages extends HostilePages {
  AdministratorPages() {
    super(AdministratorPages.class);
  }

  @Test
  @Order(1)
  void thePolicyAndItsDrafts() {
    String version = one("select min(id)::text from document_version where document = 'policy'");
    String draft = one("select min(id)::text from document_draft where document = 'policy'");
    look.visit("policy", "/policy");
    look.visit("policy-versions", "/policy/versions");
    look.visit("policy-version", "/policy/versions/" + version);
    look.visit("policy-compare", "/policy/compare?from=" + version + "&to=" + version);
    look.visit("draft", "/policy/drafts/" + draft);
    look.visit("draft-text", "/policy/drafts/" + draft + "/text");
    look.visit("draft-clause", "/policy/clauses/" + draft + "/0");
    look.visit("draft-shadow", "/policy/trials/" + draft + "/shadow");
    look.visit("draft-backtest", "/policy/trials/" + draft + "/backtest");
  }

  @Test
  @Order(2)
  void formsForTheOtherDocuments() {
    draft("district", "people/0", "people/7", "names/all", "quiet-hours/all");
    draft("district", "district/all", "buildings/0", "accounts/0", "accounts/1");
    draft("escalation", "routing/immediate", "routing/self-harm.immediate");
    draft("decisions", "reasons/0", "deciding/all");
    draft("replies", "templates/0", "block-notice/all");
    draft("notices", "notice/threat", "notice-frame/all");
    draft("accounts");
  }

  /** Starts a draft with a hostile name and checks it and its forms. */
  private void draft(String document, String... forms) {
    look.open("/policy");
    Console.send(browser, "/policy/drafts", Map.of("of", document, "name", HostileCorpus.SCRIPT));
    String id = one("select max(id)::text from document_draft where document = '" + document + "'");
    look.visit("draft-" + document, "/policy/drafts/" + id);
    for (String form : forms) {
      look.visit("form-" + form.replaceAll("[/.]", "-"), "/policy/forms/" + id + "/" + form);
    }
  }

  @Test
  @Order(3)
  void connectedAccounts() {
    look.visit("accounts", "/accounts");
    look.visit("new-comments", "/accounts/practice/new");
    look.visit("connections", "/connections");
    look.visit("connect-sheet", "/connections/sheet");
    look.visit("disconnect", "/disconnections/practice");
    look.visit("connect-new", "/connections/new/wordpress");
    Console.send(browser, "/connections/renewal", Map.of("account", "practice"));
    String connection = "/connections/" + one("select max(connection_id::text) from connection");
    look.visit("connection", connection);
    answered(
        """
        {"type": "SignInReady", "orderId": ":id", "account": "practice", "address": "https://platform.example/sign-in",
         "returns": "https://console.example", "at": "2026-11-30T09:00:00Z"}
        """);
    look.visit("sign-in-ready", connection);
    answered(
        """
        {"type": "ChoiceAsked", "orderId": ":id", "account": "practice", "at": "2026-11-30T09:00:00Z",
         "options": [{"id": "1", "name": "%s"}, {"id": "2", "name": "%s"}]}
        """
            .formatted(HostileCorpus.TEMPLATE, "W".repeat(120)));
    look.visit("sign-in-choice", connection);
    look.soft().assertThat(browser.textOf(By.tagName("main"))).contains("Which one is it?");
  }

  /** Lets the ingest service's answer about a sign-in arrive. */
  private static void answered(String result) {
    String id = "00000000-0000-0000-0000-000000000001";
    one(
        "update connection set order_id = '%s', ordered_by = '%s', ordered_at = now(), result = '%s' returning account"
            .formatted(id, administrator(), result.replace(":id", id).replace("'", "''")));
  }

  /** Returns the name that the first administrator was given. */
  private static String administrator() {
    return one("select actor from audit where act = 'sign-in' order by id limit 1");
  }

  @Test
  @Order(3)
  void theRegisterOfAccounts() {
    look.open("/register/report");
    Console.send(
        browser,
        "/register/report",
        Map.of("name", HostileCorpus.SCRIPT, "address", "https://x.example", "platform", "other"));
    look.visit("register", "/register?show=all");
    look.visit("register-to-do", "/register");
    look.visit("register-request", "/register/request");
    look.visit("register-report", "/register/report");
    for (String state : List.of("reported", "registered")) {
      look.visit(
          "register-" + state,
          one("select '/register/' || entry_id from register_entry where state = '" + state + "'"));
    }
    download("/register/register.csv");
  }

  @Test
  @Order(3)
  void guidelinesForStaff() {
    look.visit("guidance-edit", "/guidance/edit");
    look.visit("guidance-staff", "/guidance/staff");
    look.visit(
        "guidance-version",
        "/guidance/versions/" + one("select min(version)::text from guidance_version"));
  }

  @Test
  @Order(4)
  void peopleAndOperations() {
    look.visit("home", "/home");
    look.visit("style", "/style");
    look.visit("people", "/people");
    look.visit("person-new", "/people/new");
    look.visit("person", "/people/" + administrator());
    look.visit("person-sign-in", "/people/" + administrator() + "/sign-in");
    look.visit("security", "/security");
    Console.send(browser, "/security/second-factor", Map.of());
    look.visit("second-factor", "/security/second-factor");
    look.visit("password", "/password");
    look.visit("dead-letters", "/dead-letters");
    look.visit("dead-letter", "/dead-letters/" + one("select min(id)::text from dead_letter"));
    look.visit("troubles", "/troubles");
  }

  @Test
  @Order(5)
  void theSameInSpanish() {
    look.inSpanish(
        () -> {
          look.visit("policy-es", "/policy");
          look.visit("accounts-es", "/accounts");
          look.visit("new-comments-es", "/accounts/practice/new");
          look.visit("people-es", "/people");
          look.visit("register-es", "/register");
          look.visit("second-factor-es", "/security/second-factor");
          look.visit(
              "dead-letter-es", "/dead-letters/" + one("select min(id)::text from dead_letter"));
        });
  }
}
