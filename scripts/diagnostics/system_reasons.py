"""Reasons why the operating system failed to do something, in both languages."""

import errno
import socket

from .arguments import Bilingual

# The reasons that opening, reading, writing, renaming and deleting can meet.
REASONS: dict[int, tuple[str, str]] = {
    errno.EPERM: ("this is not permitted", "系統不允許此操作"),
    errno.ENOENT: ("there is no such file or folder", "沒有這個檔案或資料夾"),
    errno.EINTR: ("the system interrupted it", "操作被系統中斷"),
    errno.EIO: ("the disk or the network failed", "磁碟或網絡出錯"),
    errno.ENXIO: ("the device does not exist", "裝置不存在"),
    errno.EBADF: ("the file was closed", "檔案已經關閉"),
    errno.EAGAIN: ("it is busy at the moment", "暫時未能使用"),
    errno.ENOMEM: ("there is not enough memory", "記憶體不足"),
    errno.EACCES: ("permission was denied", "沒有權限"),
    errno.EBUSY: ("it is in use", "正在使用中"),
    errno.EEXIST: ("it already exists", "已經存在"),
    errno.EXDEV: ("it is on another disk", "位於另一個磁碟"),
    errno.ENODEV: ("the device does not exist", "裝置不存在"),
    errno.ENOTDIR: ("a part of its path is not a folder", "路徑中有一部分不是資料夾"),
    errno.EISDIR: ("it is a folder", "這是資料夾"),
    errno.EINVAL: ("the system does not accept the name", "系統不接受這個名稱"),
    errno.ENFILE: ("too many files are open", "開啟的檔案過多"),
    errno.EMFILE: ("too many files are open", "開啟的檔案過多"),
    errno.ETXTBSY: ("it is running", "正在執行"),
    errno.EFBIG: ("the file is too large", "檔案過大"),
    errno.ENOSPC: ("the disk is full", "磁碟已滿"),
    errno.EROFS: ("the disk is read-only", "磁碟不可寫入"),
    errno.EMLINK: ("it has too many links", "連結過多"),
    errno.EPIPE: ("nothing is reading the output", "接收輸出的程式已經結束"),
    errno.EDEADLK: ("another program is using it", "另一個程式正在使用"),
    errno.ENAMETOOLONG: ("its name is too long", "名稱過長"),
    errno.ENOLCK: ("it cannot be locked", "未能鎖定檔案"),
    errno.ENOSYS: ("the system cannot do this", "系統沒有此功能"),
    errno.ENOTEMPTY: ("the folder is not empty", "資料夾內仍有檔案"),
    errno.ELOOP: ("symbolic links lead in a circle", "符號連結不斷循環"),
    errno.EOVERFLOW: ("the file is too large for the system", "檔案超出系統上限"),
    errno.EILSEQ: ("its name is not in the system’s encoding", "名稱不符合系統的編碼"),
    errno.ENOTSUP: ("the system cannot do this", "系統沒有此功能"),
    errno.EADDRINUSE: ("the address is in use", "位址正在使用中"),
    errno.EADDRNOTAVAIL: ("this computer does not have the address", "本機沒有這個位址"),
    errno.ESTALE: ("the file has gone from the server", "伺服器上的檔案已經不在"),
    errno.EDQUOT: ("your share of the disk is full", "磁碟配額已滿"),
    errno.ETIMEDOUT: ("it took too long to answer", "等候回應過久"),
    errno.EHOSTUNREACH: ("the server cannot be reached", "未能連接到伺服器"),
    errno.ENOTCONN: ("there is no connection", "沒有連線"),
    errno.ECONNREFUSED: ("the connection was refused", "連線被拒"),
    errno.ECONNRESET: ("the connection broke", "連線中斷"),
}


def reason_of(error: OSError) -> Bilingual:
    """Return the reason of an error; the name of one that the table lacks, such as ENOTTY."""
    if isinstance(error, socket.gaierror):
        return Bilingual("no computer has this name", "找不到這個主機名稱")
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    unknown = (f"the system says {name}", f"系統回報{name}")
    return Bilingual(*REASONS.get(error.errno or 0, unknown))


def in_a_line(error: OSError) -> str:
    """Return the path that an error is about and its reason, in both languages."""
    reason = reason_of(error)
    paths = " → ".join(str(path) for path in (error.filename, error.filename2) if path)
    sentences = f"{reason.en}. {reason.zh}。"
    return f"{paths}: {sentences}" if paths else sentences
