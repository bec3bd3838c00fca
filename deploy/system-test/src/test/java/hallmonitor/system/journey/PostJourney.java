package hallmonitor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;

/** A family has refused publication, and a post with the student's name does not go out. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class PostJourney {
  private static final String STUDENT = "Wilhelmina Ostrander";

  private final Schools schools;
  private final JourneyPerson administrator;
  private JourneyPerson moderator;

  PostJourney(Schools schools, JourneyPerson administrator) {
    this.schools = schools;
    this.administrator = administrator;
  }

  @BeforeAll
  void someoneWritesTheSchoolsPosts() {
    moderator = schools.signIn("writer", Chromium.start().orElseThrow());
  }

  @AfterAll
  void theWriterLeaves() {
    if (moderator != null) {
      moderator.browser().close();
    }
  }

  @Test
  @Order(1)
  void theOfficeListsTheRefusal() {
    administrator.open("/media-release/list");
    administrator.browser().click(By.xpath("//summary[.='Add a student']"));
    administrator.write("Name of the student", STUDENT);
    administrator.press("Add");
    administrator.reads(STUDENT);
    administrator.look("post-1-list");
  }

  @Test
  @Order(2)
  void whoAsksBeforeIsToldNo() {
    moderator.open("/media-release");
    moderator.write("Name of the student", STUDENT);
    moderator.press("Ask");
    moderator.reads("A family has refused publication");
    moderator.look("post-2-asked");
  }

  @Test
  @Order(3)
  void aPostWithTheNameIsStoppedAndNobodyCanApproveIt() {
    moderator.open("/planned-posts");
    moderator.choose("account", "Maple Valley High School news");
    moderator.write("Title, if it has one", "Science fair");
    moderator.write("Text", "First place at the science fair: " + STUDENT + ". Congratulations!");
    moderator.browser().click(By.cssSelector("input[name=pictures][value=none]"));
    moderator.press("Save and check");
    moderator.reads("It names a student whose family refused publication.");
    assertThat(moderator.isOffered("Ask for approval")).isFalse();
    assertThat(moderator.isOffered("I published it")).isFalse();
    assertThat(moderator.page()).doesNotContain("Text to copy");
    moderator.look("post-3-stopped");
  }

  @Test
  @Order(4)
  void withoutTheNameItMayGoOut() {
    moderator.write(
        "Text", "First place at the science fair goes to our sophomores. Congratulations!");
    moderator.press("Save and check");
    moderator.reads("It may go out.");
    assertThat(moderator.isOffered("I published it")).isTrue();
    moderator.look("post-4-ready");
  }
}
