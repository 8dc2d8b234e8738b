/// Finds notes in a script that the buyer does not read: what an agent left in between.
struct ForeignScript {
    let text: NormalizedText
    let expected: TextLanguages

    /// Letters of a note; fewer are a name or a sign of a product.
    private static let leastLetters = 7
    /// Signs that only mainland Chinese uses, which make a run of Han in Japanese Chinese.
    private static let leastChinese = 2

    func runs(meter: inout StepMeter) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = 0
        while index < text.count {
            meter.count()
            guard text[index].isEastAsian else {
                index += 1
                continue
            }
            let start = index
            var end = index
            while index < text.count, text[index].isEastAsian || isInner(index) {
                meter.count()
                if text[index].isEastAsian { end = index + 1 }
                index += 1
            }
            if isForeign(start..<end), !isQuoted(start..<end) { runs.append(start..<end) }
        }
        return runs
    }

    /// A comma inside a note.
    private func isInner(_ index: Int) -> Bool {
        text[index] == "," || text[index] == "、" || text[index] == "?" || text[index] == "!"
    }

    /// Notes in Latin letters inside a Japanese or Chinese text: words in a row of which most start
    /// small, since names and words of a screen start large.
    func latinRuns(_ original: (Int) -> UInt8?, meter: inout StepMeter) -> [Range<Int>] {
        guard expected == .ja || expected == .zh else { return [] }
        var runs: [Range<Int>] = []
        var index = 0
        while index < text.count {
            meter.count()
            guard text[index].isASCIILetter else {
                index += 1
                continue
            }
            let start = index
            var end = index
            var words = 0
            var small = 0
            while index < text.count, text[index].isASCIILetter {
                let first = original(text.origin(of: index..<index + 1).lowerBound) ?? 0
                words += 1
                if (97...122).contains(first) { small += 1 }
                while index < text.count, text[index].isASCIILetter {
                    meter.count()
                    index += 1
                }
                end = index
                if text.scalar(at: index) == " " { index += 1 }
            }
            if words >= Self.leastWords, small >= words - 1, !isQuoted(start..<end),
                !isOnScreen(behind: end)
            {
                runs.append(start..<end)
            }
        }
        return runs
    }

    private static let leastWords = 4

    /// Words of a product's screen, by what is said of them: "… と表示されます".
    private func isOnScreen(behind end: Int) -> Bool {
        let next = text.string(end..<min(text.count, end + 8))
        return next.contains("表示") || next.contains("显示") || next.contains("字样")
    }

    private func isForeign(_ range: Range<Int>) -> Bool {
        guard range.count >= Self.leastLetters else { return false }
        let kana = range.filter { (0x3041...0x30FF).contains(text[$0].value) }.count
        if expected == .zh { return false }
        guard expected == .ja else { return true }
        let chinese = range.filter { Self.chineseOnly.contains(text[$0]) }.count
        return kana == 0 && chinese >= Self.leastChinese
    }

    /// Words of a product's screen stand in quotes, and are meant to.
    private func isQuoted(_ range: Range<Int>) -> Bool {
        guard range.lowerBound > 0, let behind = text.scalar(at: range.upperBound) else {
            return false
        }
        return Self.quotes.contains(text[range.lowerBound - 1]) && Self.quotes.contains(behind)
    }

    private static let quotes = Set("\"'「」『』【】()[]".unicodeScalars)
    static let chineseOnly = Set(
        "们这吗您还给请问么说让样对时发货单复户认实订购买卖错误运费应该为开关产质图换报责谢烦查题颜饰压级评别络动经销员签办边过进选见现长门车东丝两严丰临举义乌乐习书亏亚亲亿仅仓仪众优伙伞伟传伤伪侧侨俩债倾偿储兑兰兴养兽冻净减凤处备够头夹奖妇孙宁审宽导层岁币师帐归录彻忆怀态总恶惯戏战执扩扫扬抚护拟拥拨择挡挤损捡掷摆摇搁敌显晓暂术杀杂权极构标桥检欢毁毕毙汇汉汤沟沪泼泽洁测济浏浓润涨渐满滚炼烂烧热爱牵狈狮猎环玛电畅疗疮疯瘫盏盐监盘睁码砖确种积稳穷竞笔笼简紧纠红纤约纪纯纱纲纳纵纷纸纹纺线练组细织终绍绑结绕绘绝统继绩绪续绳维绵综绿缓编缘缩缴罗罚职联聪肃肠肤肿胀胁胜脏脑脸腾舱艰艳艺节苏药莲获萧营蓝虑虽补观规视览觉计讨训议讯记讲许论设访证识诉词译试诗诚话诞询详语诸读课谁调谅谈谊谋谎谓谨谱败账贩贪贫贴贵贷贸贺贼资赋赌赏赔赖赚赛赞赠赢趋跃轨转轮软轰轻载较辅辆辈辉输达迁迈远违连迟适递逻遗邮邻郑酱释鉴针钉钓钟钢钥钱钻铁铃铅银铺链锁锅锐锦键锻镇镜闪闭闲间闷闹闻阀阁阅队阳阴阵阶际陆陈险隐难雾项顺须顾顿预领频额风飞饥饭饮饱饼馆馒驱驳驾骂骄验骑骗骤鱼鲁鲜鸟鸡鸣鸭鹅齐齿龄龙龟"
            .unicodeScalars)
}
