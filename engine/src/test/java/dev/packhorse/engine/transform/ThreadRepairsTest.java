package dev.packhorse.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Long messages, too many attachments, and replies in disorder. */
class ThreadRepairsTest {

  private static Mending post(String rest) {
    String line =
        "{'type':'post','post':{'team':'crew','channel':'deck','user':'ann'," + rest + "}}";
    return Mending.of(line.replace('\'', '"'));
  }

  private static String replies(Mending mending) {
    String line = mending.line().replace('"', '\'');
    return line.substring(line.indexOf("'replies':[") + 11, line.lastIndexOf(']'));
  }

  @Test
  void repliesAreSortedByTimeAndEqualOnesKeepTheirOrder() {
    Mending mending =
        post(
            "'message':'','create_at':10,'replies':["
                + "{'user':'ann','message':'c','create_at':30},"
                + "{'user':'ann','message':'a','create_at':20},"
                + "{'user':'ann','message':'d','create_at':40},"
                + "{'user':'ann','message':'b','create_at':25}]");
    assertThat(mending.repairs()).containsExactly("repair.replies.ordered /post/replies");
    assertThat(replies(mending))
        .isEqualTo(
            "{'user':'ann','message':'a','create_at':20},"
                + "{'user':'ann','message':'b','create_at':25},"
                + "{'user':'ann','message':'c','create_at':30},"
                + "{'user':'ann','message':'d','create_at':40}");
  }

  @Test
  void aReplyBeforeItsRootIsMovedAndItsReactionsWithIt() {
    Mending mending =
        post(
            "'message':'','create_at':10,'replies':[{'user':'bob','message':'a','create_at':5,'reactions':["
                + "{'user':'ann','create_at':7,'emoji_name':'+1'},"
                + "{'user':'bob','create_at':12,'emoji_name':'+1'}]}]");
    assertThat(mending.repairs())
        .containsExactly("repair.reply.moved-after-root /post/replies/0/create_at");
    assertThat(replies(mending))
        .isEqualTo(
            "{'user':'bob','message':'a','create_at':10,'reactions':["
                + "{'user':'ann','create_at':10,'emoji_name':'+1'},"
                + "{'user':'bob','create_at':12,'emoji_name':'+1'}]}");
  }

  @Test
  void repliesOfOneTimeAreSetApartByMilliseconds() {
    Mending mending =
        post(
            "'message':'','create_at':10,'replies':["
                + "{'user':'ann','message':'a','create_at':20},"
                + "{'user':'bob','message':'b','create_at':20,'reactions':["
                + "{'user':'ann','create_at':20,'emoji_name':'+1'}]},"
                + "{'user':'ann','message':'c','create_at':21}]");
    assertThat(mending.repairs())
        .containsExactly(
            "repair.reply.time-made-distinct /post/replies",
            "repair.reply.time-made-distinct /post/replies");
    assertThat(replies(mending))
        .isEqualTo(
            "{'user':'ann','message':'a','create_at':20},"
                + "{'user':'bob','message':'b','create_at':21,'reactions':["
                + "{'user':'ann','create_at':21,'emoji_name':'+1'}]},"
                + "{'user':'ann','message':'c','create_at':22}");
  }

  @Test
  void aLongMessageGoesOnInRepliesRightBehindIt() {
    Mending mending =
        post(
            "'message':'"
                + "word ".repeat(12)
                + "','create_at':10,'is_pinned':true,'replies':[{'user':'bob','message':'yes','create_at':11}]");
    assertThat(mending.repairs())
        .containsExactly("repair.message.split /post/message")
        .doesNotContain("repair.replies.ordered /post/replies");
    assertThat(mending.line().replace('"', '\''))
        .contains("'message':'" + "word ".repeat(8) + "','create_at':10,'is_pinned':true");
    assertThat(replies(mending))
        .isEqualTo(
            "{'user':'ann','message':'"
                + "word ".repeat(4)
                + "','create_at':10},{'user':'bob','message':'yes','create_at':11}");
  }

  @Test
  void whatIsSplitOffAReplyStandsBeforeTheNextOne() {
    Mending mending =
        post(
            "'message':'','create_at':10,'replies':[{'user':'bob','message':'"
                + "x".repeat(100)
                + "','create_at':11},{'user':'cy','message':'last','create_at':12}]");
    assertThat(mending.repairs())
        .containsExactly(
            "repair.message.split /post/replies/0/message",
            "repair.reply.time-made-distinct /post/replies",
            "repair.reply.time-made-distinct /post/replies",
            "repair.reply.time-made-distinct /post/replies");
    assertThat(replies(mending))
        .isEqualTo(
            "{'user':'bob','message':'"
                + "x".repeat(40)
                + "','create_at':11},{'user':'bob','message':'"
                + "x".repeat(40)
                + "','create_at':12},{'user':'bob','message':'"
                + "x".repeat(20)
                + "','create_at':13},{'user':'cy','message':'last','create_at':14}");
  }

  @Test
  void theEleventhAttachmentMovesIntoAReply() {
    StringBuilder paths = new StringBuilder();
    for (int i = 0; i < 11; i++) {
      paths.append(i == 0 ? "" : ",").append("{'path':'").append(i).append("'}");
    }
    Mending mending = post("'message':'m','create_at':10,'attachments':[" + paths + "]");
    assertThat(mending.repairs()).containsExactly("repair.attachments.moved /post/attachments");
    assertThat(replies(mending))
        .isEqualTo("{'user':'ann','message':'','create_at':10,'attachments':[{'path':'10'}]}");
    String ten = paths.substring(0, paths.lastIndexOf(","));
    assertThat(post("'message':'m','create_at':10,'attachments':[" + ten + "]").same()).isTrue();
  }

  @Test
  void aMessageOfExactlyTheLimitIsNotSplitHoweverManyBytesItHas() {
    assertThat(post("'message':'" + "🚀".repeat(40) + "','create_at':10").same()).isTrue();
    assertThat(post("'message':'" + "🚀".repeat(41) + "','create_at':10").repairs())
        .containsExactly("repair.message.split /post/message");
  }

  @Test
  void aMessageWithoutATimeStaysWholeSinceNothingCanBePutBehindIt() {
    assertThat(post("'message':'" + "x".repeat(100) + "'").same()).isTrue();
  }
}
