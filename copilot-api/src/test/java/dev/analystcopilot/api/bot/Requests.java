package dev.analystcopilot.api.bot;

import dev.analystcopilot.api.bot.ChatPlatforms.Signed;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// Requests in the documented shapes, signed by the documented rules, with code of its own.
record Requests(Instant now, String base) {
    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    static final String TEAMS_SECRET =
            Base64.getEncoder().encodeToString("teams secret".getBytes(StandardCharsets.UTF_8));
    static final String WECOM_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    Signed question(String platform, String event, String user, String text) {
        return switch (platform) {
            case "slack" -> slack(event, user, text, "\"type\":\"app_mention\"");
            case "teams" -> teams(event, user, text);
            case "dingtalk" -> dingTalk(event, user, text, base + "/robot/sendBySession?session=s1");
            case "feishu" -> feishu(event, user, text);
            case "wecom" ->
                weCom("<xml><ToUserName>corp</ToUserName><FromUserName>" + user
                        + "</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>" + text
                        + "</Content><MsgId>" + event + "</MsgId><AgentID>1</AgentID></xml>");
            case "wecom-bot" -> weComJson("""
                        {"msgid":"%s","aibotid":"b","chatid":"c1","chattype":"group","from":{"userid":"%s"},\
                        "response_url":"%s/cgi-bin/aibot/response?response_code=r1","msgtype":"text",\
                        "text":{"content":%s}}""".formatted(event, user, base, quoted("@robot " + text)));
            default -> throw new IllegalArgumentException(platform);
        };
    }

    Signed verification(String platform) {
        return switch (platform) {
            case "slack" ->
                slackSigned("{\"token\":\"x\",\"challenge\":\"challenge-123\",\"type\":\"url_verification\"}");
            case "feishu" ->
                new Signed(
                        "POST",
                        "/api/v1/bots/feishu",
                        Map.of("Content-Type", "application/json"),
                        "{\"encrypt\":\""
                                + feishuEncrypted("{\"challenge\":\"challenge-123\",\"token\":\"verification\","
                                        + "\"type\":\"url_verification\"}")
                                + "\"}");
            case "wecom" -> {
                String echo = weComEncrypted("challenge-123");
                yield new Signed("GET", weComPath(echo) + "&echostr=" + encoded(echo), Map.of(), "");
            }
            default -> throw new IllegalArgumentException(platform);
        };
    }

    Signed slack(String event, String user, String text, String kind) {
        return slackSigned("""
                {"token":"x","team_id":"T1","api_app_id":"A1","event":{%s,"user":"%s","text":%s,\
                "ts":"1515449522.000016","channel":"C1","event_ts":"1515449522000016"},"type":"event_callback",\
                "event_id":"%s","event_time":1515449522}""".formatted(kind, user, quoted("<@U0LAN0Z89> " + text), event));
    }

    private Signed slackSigned(String body) {
        String time = Long.toString(now.getEpochSecond());
        String signature = "v0=" + HexFormat.of().formatHex(hmac(bytes(SECRET), bytes("v0:" + time + ":" + body)));
        return new Signed(
                "POST",
                "/api/v1/bots/slack",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Slack-Request-Timestamp",
                        time,
                        "X-Slack-Signature",
                        signature),
                body);
    }

    private Signed teams(String event, String user, String text) {
        String body = """
                {"type":"message","id":"%s","timestamp":"%s","serviceUrl":"https://example.invalid/","channelId":"msteams",\
                "from":{"id":"29:1","name":"Lin","aadObjectId":"%s"},"conversation":{"isGroup":true,\
                "id":"19:253b@thread.skype;messageid=1481567603816"},"text":%s}""".formatted(event, now, user, quoted("<at>copilot</at>&nbsp;" + text));
        String signature =
                Base64.getEncoder().encodeToString(hmac(Base64.getDecoder().decode(TEAMS_SECRET), bytes(body)));
        return new Signed(
                "POST",
                "/api/v1/bots/teams",
                Map.of("Content-Type", "application/json", "Authorization", "HMAC " + signature),
                body);
    }

    Signed dingTalk(String event, String user, String text, String webhook) {
        String time = Long.toString(now.toEpochMilli());
        String sign = Base64.getEncoder().encodeToString(hmac(bytes(SECRET), bytes(time + "\n" + SECRET)));
        String body = """
                {"conversationId":"cid1","msgId":"%s","conversationType":"2","senderId":"$:1","senderStaffId":"%s",\
                "sessionWebhook":"%s","msgtype":"text","text":{"content":%s}}""".formatted(event, user, webhook, quoted(" " + text));
        return new Signed(
                "POST",
                "/api/v1/bots/dingtalk",
                Map.of("Content-Type", "application/json", "timestamp", time, "sign", sign),
                body);
    }

    private Signed feishu(String event, String user, String text) {
        String plain = """
                {"schema":"2.0","header":{"event_id":"%s","event_type":"im.message.receive_v1","token":"verification"},\
                "event":{"sender":{"sender_id":{"open_id":"%s"},"sender_type":"user"},"message":{"message_id":"om_1",\
                "chat_id":"oc_1","chat_type":"group","message_type":"text","content":%s,\
                "mentions":[{"key":"@_user_1"}]}}}""".formatted(event, user, quoted("{\"text\":" + quoted("@_user_1 " + text) + "}"));
        String body = "{\"encrypt\":\"" + feishuEncrypted(plain) + "\"}";
        String time = Long.toString(now.getEpochSecond());
        return new Signed(
                "POST",
                "/api/v1/bots/feishu",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Lark-Request-Timestamp",
                        time,
                        "X-Lark-Request-Nonce",
                        "n1",
                        "X-Lark-Signature",
                        HexFormat.of().formatHex(digest("SHA-256", bytes(time + "n1" + SECRET + body)))),
                body);
    }

    private Signed weCom(String plain) {
        String encrypted = weComEncrypted(plain);
        return new Signed(
                "POST",
                weComPath(encrypted),
                Map.of("Content-Type", "text/xml"),
                "<xml><ToUserName><![CDATA[corp]]></ToUserName><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>");
    }

    private Signed weComJson(String plain) {
        String encrypted = weComEncrypted(plain);
        return new Signed(
                "POST",
                weComPath(encrypted),
                Map.of("Content-Type", "application/json"),
                "{\"encrypt\":\"" + encrypted + "\"}");
    }

    private String weComPath(String encrypted) {
        String time = Long.toString(now.getEpochSecond());
        String[] parts = {SECRET, time, "n1", encrypted};
        Arrays.sort(parts);
        String signature = HexFormat.of().formatHex(digest("SHA-1", bytes(String.join("", parts))));
        return "/api/v1/bots/wecom?msg_signature=" + signature + "&timestamp=" + time + "&nonce=n1";
    }

    private static String weComEncrypted(String plain) {
        byte[] text = bytes(plain);
        byte[] to = bytes("corp");
        ByteBuffer buffer = ByteBuffer.allocate(20 + text.length + to.length);
        buffer.put(new byte[16]).putInt(text.length).put(text).put(to);
        byte[] key = Base64.getDecoder().decode(WECOM_KEY + "=");
        return Base64.getEncoder()
                .encodeToString(aes(Cipher.ENCRYPT_MODE, key, Arrays.copyOf(key, 16), buffer.array(), "PKCS5Padding"));
    }

    static String weComOpened(String response) {
        String encrypted = response.replaceAll("(?s).*<Encrypt>(.*)</Encrypt>.*", "$1");
        byte[] key = Base64.getDecoder().decode(WECOM_KEY + "=");
        byte[] plain = aes(
                Cipher.DECRYPT_MODE,
                key,
                Arrays.copyOf(key, 16),
                Base64.getDecoder().decode(encrypted),
                "NoPadding");
        int length = ByteBuffer.wrap(plain).getInt(16);
        return new String(plain, 20, length, StandardCharsets.UTF_8);
    }

    private static String feishuEncrypted(String plain) {
        byte[] iv = bytes("0123456789abcdef");
        byte[] encrypted = aes(Cipher.ENCRYPT_MODE, digest("SHA-256", bytes(SECRET)), iv, bytes(plain), "PKCS5Padding");
        byte[] whole = Arrays.copyOf(iv, 16 + encrypted.length);
        System.arraycopy(encrypted, 0, whole, 16, encrypted.length);
        return Base64.getEncoder().encodeToString(whole);
    }

    private static byte[] aes(int mode, byte[] key, byte[] iv, byte[] text, String padding) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/" + padding);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(String algorithm, byte[] text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
