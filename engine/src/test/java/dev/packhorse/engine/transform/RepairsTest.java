package dev.packhorse.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.formats.jsonl.LineProblem;
import dev.packhorse.formats.problem.Place;
import dev.packhorse.formats.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each repair where it acts, and where it must not. */
class RepairsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'version','version':1}",
        "{'type':'team','team':{'name':'Crew','display_name':'Crew','type':'O'}}",
        "{'type':'channel','channel':{'team':'Crew','name':'Deck','type':'O'}}",
        "{'type':'user','user':{'username':'Ann','email':'ANN@EXAMPLE.ORG','profile_image':'a.png',"
            + "'teams':[{'name':'crew','roles':'Team_User','channels':[{'name':'deck'}]}]}}",
        "{'type':'emoji','emoji':{'name':'Parrot','image':'emoji/a.png'}}",
        "{'type':'bot','bot':{'username':'Robo','owner':'ANN'}}",
        "{'type':'post','post':{'team':'crew','channel':'deck','user':'ann','message':'Hi','create_at':10,"
            + "'reactions':[{'user':'ANN','create_at':10,'emoji_name':'+1'}],'thread_followers':[{'user':'ANN'}],"
            + "'replies':[{'user':'bob','message':'A','create_at':10},{'user':'bob','message':'B','create_at':11}]}}",
        "{'type':'direct_channel','direct_channel':{'members':['ann','bob'],'header':'HEAD'}}",
        "{'type':'direct_channel','direct_channel':{'participants':[{'username':'ann','scheme_user':true},"
            + "{'username':'bob','scheme_guest':true},{'username':'cy','scheme_admin':true}]}}",
        "{'type':'direct_post','direct_post':{'channel_members':['ann','bob'],'user':'ann','message':'Hi',"
            + "'create_at':10}}"
      })
  void aRecordWithNothingToMendComesBackItself(String line) {
    Mending mending = Mending.of(line.replace('\'', '"'), Mending.files("data/a.png"));
    assertThat(mending.repairs()).isEmpty();
    assertThat(mending.after()).isSameAs(mending.before());
  }

  @Test
  void referencesOfAPostAreLowered() {
    Mending mending =
        mend(
            "{'type':'post','post':{'team':'Crew','channel':'DECK','user':'Ann','message':'Hi','create_at':10,"
                + "'flagged_by':['bob','Cy'],'replies':[{'user':'Bob','message':'Yo','create_at':11,"
                + "'flagged_by':['ANN']}]}}");
    assertThat(mending.repairs())
        .containsExactly(
            "repair.reference.lower-cased /post/team",
            "repair.reference.lower-cased /post/channel",
            "repair.reference.lower-cased /post/user",
            "repair.reference.lower-cased /post/flagged_by/1",
            "repair.reference.lower-cased /post/replies/0/user",
            "repair.reference.lower-cased /post/replies/0/flagged_by/0");
    assertLine(
        mending,
        "{'type':'post','post':{'team':'crew','channel':'deck','user':'ann','message':'Hi','create_at':10,"
            + "'flagged_by':['bob','cy'],'replies':[{'user':'bob','message':'Yo','create_at':11,"
            + "'flagged_by':['ann']}]}}");
  }

  @Test
  void referencesOfUsersAreLoweredAndTheirOwnNamesAreNot() {
    Mending mending =
        mend(
            "{'type':'user','user':{'username':'Ann','email':'Ann@example.org','unknown':1.10,"
                + "'teams':[{'name':'Crew','channels':[{'name':'deck'},{'name':'Hold','favorite':true}]}]}}");
    assertThat(mending.repairs())
        .containsExactly(
            "repair.reference.lower-cased /user/teams/0/name",
            "repair.reference.lower-cased /user/teams/0/channels/1/name");
    assertLine(
        mending,
        "{'type':'user','user':{'username':'Ann','email':'Ann@example.org','unknown':1.10,"
            + "'teams':[{'name':'crew','channels':[{'name':'deck'},{'name':'hold','favorite':true}]}]}}");
  }

  @Test
  void referencesOfDirectMessagesAreLowered() {
    Mending channel =
        mend(
            "{'type':'direct_channel','direct_channel':{'members':['Ann','bob'],'favorited_by':['Ann'],"
                + "'shown_by':['BOB']}}");
    assertThat(channel.repairs())
        .containsExactly(
            "repair.reference.lower-cased /direct_channel/members/0",
            "repair.reference.lower-cased /direct_channel/favorited_by/0",
            "repair.reference.lower-cased /direct_channel/shown_by/0");
    Mending post =
        mend(
            "{'type':'direct_post','direct_post':{'channel_members':['Ann','bob'],'user':'ANN','message':'Hi',"
                + "'create_at':10}}");
    assertThat(post.repairs())
        .containsExactly(
            "repair.reference.lower-cased /direct_post/channel_members/0",
            "repair.reference.lower-cased /direct_post/user");
  }

  @Test
  void aParticipantWithoutAnyRoleBecomesAnOrdinaryMember() {
    Mending mending =
        mend(
            "{'type':'direct_channel','direct_channel':{'participants':[{'username':'ann','scheme_user':false},"
                + "{'username':'bob','scheme_user':true},{'username':'cy'}]}}");
    assertThat(mending.repairs())
        .containsExactly(
            "repair.participant.scheme-role-added /direct_channel/participants/0",
            "repair.participant.scheme-role-added /direct_channel/participants/2");
    assertLine(
        mending,
        "{'type':'direct_channel','direct_channel':{'participants':[{'username':'ann','scheme_user':true},"
            + "{'username':'bob','scheme_user':true},{'username':'cy','scheme_user':true}]}}");
  }

  @Test
  void aPathLosesItsPrefixWhereTheFileLiesWhereTheRestSays() {
    String line =
        "{'type':'post','post':{'team':'crew','channel':'deck','user':'ann','message':'Hi','create_at':10,"
            + "'attachments':[{'path':'data/a.txt'},{'path':'b.txt'}],'replies':[{'user':'ann','message':'',"
            + "'create_at':11,'attachments':[{'path':'data/b.txt'}]}]}}";
    Mending mending =
        Mending.of(line.replace('\'', '"'), Mending.files("data/a.txt", "data/b.txt"));
    assertThat(mending.repairs())
        .containsExactly(
            "repair.path.prefix-removed /post/attachments/0/path",
            "repair.path.prefix-removed /post/replies/0/attachments/0/path");
    assertLine(mending, line.replace("data/", ""));
  }

  @Test
  void picturesLoseTheirPrefixToo() {
    Mending user =
        Mending.of(
            "{\"type\":\"user\",\"user\":{\"username\":\"ann\",\"profile_image\":\"data/a.png\"}}",
            Mending.files("data/a.png"));
    assertThat(user.repairs()).containsExactly("repair.path.prefix-removed /user/profile_image");
    Mending emoji =
        Mending.of(
            "{\"type\":\"emoji\",\"emoji\":{\"name\":\"a\",\"image\":\"data/a.png\"}}",
            Mending.files("data/a.png"));
    assertThat(emoji.repairs()).containsExactly("repair.path.prefix-removed /emoji/image");
    assertThat(emoji.line()).contains("\"image\":\"a.png\"");
  }

  @Test
  void aPathKeepsItsPrefixWhereThatIsRightOrNothingIsKnown() {
    String line = "{\"type\":\"emoji\",\"emoji\":{\"name\":\"a\",\"image\":\"data/a.png\"}}";
    assertThat(Mending.of(line).same()).as("no archive").isTrue();
    assertThat(Mending.of(line, Mending.files("data/b.png")).same()).as("no such file").isTrue();
    assertThat(Mending.of(line, Mending.files("data/data/a.png", "data/a.png")).same())
        .as("both are there")
        .isTrue();
  }

  @Test
  void readingProblemsThatVanishWithTheLineAreMendedAndNoOthers() {
    List<String> repairs = new ArrayList<>();
    List<LineProblem> mended = new ArrayList<>();
    for (LineProblem code : LineProblem.values()) {
      Problem problem = Problem.of(code, Place.file("test"));
      if (Repairs.mendsReading(problem, (repair, s, at, a) -> repairs.add(repair.code()))) {
        mended.add(code);
      }
    }
    assertThat(mended).containsExactly(LineProblem.BLANK, LineProblem.BYTE_ORDER_MARK);
    assertThat(repairs)
        .containsExactly("repair.empty-line.dropped", "repair.byte-order-mark.removed");
  }

  private static Mending mend(String line) {
    return Mending.of(line.replace('\'', '"'));
  }

  private static void assertLine(Mending mending, String expected) {
    assertThat(mending.line()).isEqualTo(expected.replace('\'', '"'));
    assertThat(Mending.of(mending.line()).same()).as("mended twice").isTrue();
  }
}
