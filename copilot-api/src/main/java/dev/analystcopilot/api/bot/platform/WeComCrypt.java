package dev.analystcopilot.api.bot.platform;

import dev.analystcopilot.api.failure.ApiFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// WeCom's envelope: 16 random bytes, the length, the message, the receiver's id; AES-256-CBC with the key's beginning
/// as the vector and padding to 32 bytes; signed by SHA-1 over token, time, nonce and envelope in sorted order.
public final class WeComCrypt {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;
    private static final int PAD = 32;

    private final String token;
    private final byte[] key;
    private final String receiver;
    private final AesCbc cipher;

    /// @param encodingKey the 43 characters that the console shows
    /// @param receiver the company's id
    public WeComCrypt(String token, String encodingKey, String receiver) {
        this.token = token;
        this.key = Base64.getDecoder().decode(encodingKey + "=");
        this.receiver = receiver;
        this.cipher = new AesCbc(key);
    }

    String signature(String time, String nonce, String encrypted) {
        String[] parts = {token, time, nonce, encrypted};
        Arrays.sort(parts);
        return HexFormat.of().formatHex(Signatures.digest("SHA-1", Signatures.utf8(String.join("", parts))));
    }

    /// @throws ApiFailure.BadRequest if it was not encrypted for this receiver; intelligent bots name none
    String decrypt(String encrypted) {
        try {
            byte[] plain = cipher.decrypt(vector(), Base64.getDecoder().decode(encrypted));
            ByteBuffer buffer = ByteBuffer.wrap(plain);
            buffer.position(SALT);
            byte[] message = new byte[length(buffer)];
            buffer.get(message);
            String to = StandardCharsets.UTF_8.decode(buffer).toString();
            if (!to.isEmpty() && !to.equals(receiver)) {
                throw new ApiFailure.BadRequest("the message is for another company");
            }
            return new String(message, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw new ApiFailure.BadRequest("the message cannot be decrypted");
        }
    }

    String encrypt(String message) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        byte[] to = receiver.getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(SALT + Integer.BYTES + text.length + to.length)
                .put(salt)
                .putInt(text.length)
                .put(text)
                .put(to)
                .array();
        return Base64.getEncoder().encodeToString(cipher.encrypt(vector(), plain, PAD));
    }

    static String nonce() {
        return Integer.toUnsignedString(RANDOM.nextInt());
    }

    private static int length(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new ApiFailure.BadRequest("the message cannot be decrypted");
        }
        return length;
    }

    private byte[] vector() {
        return Arrays.copyOf(key, AesCbc.BLOCK);
    }
}
