package studio.selfsame.watermark;
final class Trial { static final boolean LOG = Boolean.getBoolean("wm.log"); private Trial() {} }
